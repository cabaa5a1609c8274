import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';

/** A list of so many customers as the backend answers it, with a segment before and a risk band. */
export function customersFrame(count: number): DataFrame {
  const each = <Value>(make: (index: number) => Value): Value[] => Array.from({ length: count }, (_, i) => make(i));
  return toDataFrame({
    name: 'customers',
    fields: [
      { name: 'customer', type: FieldType.string, values: each((i) => `${String(i).padStart(8, '0')}abcdef`) },
      { name: 'segment_before', type: FieldType.string, values: each(() => 'Loyal') },
      { name: 'segment', type: FieldType.string, values: each(() => 'At risk') },
      { name: 'band', type: FieldType.string, values: each(() => 'high') },
      { name: 'monetary', type: FieldType.number, values: each((i) => 12_345.67 - i) },
      { name: 'recency_days', type: FieldType.number, values: each((i) => 200 + i) },
      { name: 'last_order', type: FieldType.time, values: each(() => Date.UTC(2018, 1, 3)) },
      { name: 'action', type: FieldType.string, values: each(() => 'One last offer') },
    ],
  });
}
