import { createDataFrame, type QueryResultMetaNotice } from '@grafana/data';
import { gravest, noticesOf } from './notices';

const frame = (...notices: QueryResultMetaNotice[]) => createDataFrame({ fields: [], meta: { notices } });

it('says each note once, and leaves the sample’s to the page', () => {
  const rows = { severity: 'info' as const, text: 'Rows 1 to 100.' };
  const sample = { severity: 'info' as const, text: 'Generated sample data, not a real shop.' };
  expect(noticesOf([frame(rows, sample), frame(rows), createDataFrame({ fields: [] })])).toEqual([rows]);
});

it('shows the gravest', () => {
  const note = (severity: QueryResultMetaNotice['severity']) => ({ severity, text: severity });
  expect(gravest([note('info'), note('error'), note('warning')])).toBe('error');
  expect(gravest([note('info'), note('warning')])).toBe('warning');
  expect(gravest([])).toBe('info');
});
