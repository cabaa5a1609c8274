import type { TimeRange, ValuesQuery } from '@contract';
import { useMemo } from 'react';
import { isNamedByShop } from '../../language/names';
import { fieldOf } from '../../panels/churn-score/data/columns';
import { useAnswer } from '../customer/useAnswer';
import type { CustomersPlace } from './address';

const CATEGORIES: ValuesQuery = { kind: 'values', dimension: 'category' };

/** What the shop calls the categories that narrow the list, by their keys; asked where one of them has no name of ours. */
export function useShopNames(
  uid: string,
  { filters, exclude }: CustomersPlace,
  range: TimeRange,
): ReadonlyMap<string, string> {
  const keys = [...(filters.category ?? []), ...(exclude.category ?? [])];
  const isAsked = keys.some((key) => isNamedByShop('category', key));
  const [frame] = useAnswer(uid, isAsked ? CATEGORIES : undefined, range).series;
  return useMemo(() => {
    const values = frame ? (fieldOf(frame, 'value')?.values ?? []) : [];
    const texts = frame ? (fieldOf(frame, 'text')?.values ?? []) : [];
    return new Map(values.map((value, row) => [String(value), String(texts[row] ?? value)]));
  }, [frame]);
}
