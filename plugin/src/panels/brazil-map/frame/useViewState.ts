import { useEffect, useState } from 'react';
import type { Measure } from '../measures';
import type { Level, MapOptions } from '../options';
import type { Sorting } from '../table/columns';

/** What viewers can switch, which begins as the options say and begins anew when these change. */
export function useViewState(options: Pick<MapOptions, 'measure' | 'level' | 'asTable'>) {
  const [measure, showMeasure] = useState(options.measure);
  const [level, setLevel] = useState<Level>(options.level);
  const [asTable, setAsTable] = useState(options.asTable);
  const [sorting, setSorting] = useState<Sorting>({ key: options.measure, descending: true });
  const setMeasure = (one: Measure): void => {
    showMeasure(one);
    setSorting({ key: one, descending: true });
  };
  useEffect(() => {
    showMeasure(options.measure);
    setSorting({ key: options.measure, descending: true });
  }, [options.measure]);
  useEffect(() => setLevel(options.level), [options.level]);
  useEffect(() => setAsTable(options.asTable), [options.asTable]);
  return { measure, setMeasure, level, setLevel, asTable, setAsTable, sorting, setSorting };
}
