import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { writePlace, type CustomersPlace } from './address';
import { readPlace } from './place';

/** The customers that the page's address names, and how to show others: these are then read from their first page. */
export function usePlace(): [CustomersPlace, (changed: Partial<CustomersPlace>) => void] {
  const [address, setAddress] = useSearchParams();
  const place = useMemo(() => readPlace(address), [address]);
  return [place, (changed) => setAddress(writePlace({ ...place, page: 1, ...changed }), { replace: true })];
}
