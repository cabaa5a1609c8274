import type { FilterSpec } from '@contract';
import type { TimeRange } from '@grafana/data';
import React, { useState } from 'react';
import { t } from '../../language/t';
import type { WarehouseDataSource } from '../datasource';
import { FILTER_LISTS, moveFilter, readFilter, writeFilter, type FilterList } from '../query/filters';
import type { WarehouseQuery } from '../types';
import { FilterInput } from './FilterInput';

interface Props {
  spec: FilterSpec;
  query: WarehouseQuery;
  idPrefix: string;
  datasource: WarehouseDataSource;
  range?: TimeRange;
  onChange: (query: WarehouseQuery) => void;
}

/** A filter on one dimension: values to keep or values to leave out, and both where the query has both. */
export function FilterField({ spec, query, idPrefix, datasource, range, onChange }: Props) {
  const [chosen, setChosen] = useState<FilterList>('filters');
  const used = FILTER_LISTS.filter((list) => readFilter(query, spec.name, list).length > 0);
  const shown = used.length > 0 ? used : [chosen];
  const choose = (from: FilterList, to: FilterList) => {
    setChosen(to);
    if (used.length > 0) onChange(moveFilter(query, spec.name, from, to));
  };
  return (
    <>
      {shown.map((list, i) => (
        <FilterInput
          // By its place: the field stays the same one when its values move to the other list.
          key={i}
          id={`${idPrefix}-filter-${spec.name}-${i}`}
          spec={spec}
          label={i === 0 ? spec.label : t('datasource.editor.noneOf', '{{filter}} (none of)', { filter: spec.label })}
          list={list}
          values={readFilter(query, spec.name, list)}
          datasource={datasource}
          range={range}
          onList={(to) => choose(list, to)}
          onValues={(values) => {
            setChosen(list);
            onChange(writeFilter(query, spec.name, values, list));
          }}
        />
      ))}
    </>
  );
}
