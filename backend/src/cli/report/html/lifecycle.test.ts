import { LIFECYCLE_COLORS } from '../../../contract';
import { field, moments } from '../testing/field';
import { lifecycleChart } from './lifecycle';

const MONTHS = [0, 1, 2, 3].map((month) => Date.UTC(2018, month, 1));
const fields = [
  moments(MONTHS),
  field('new', { name: 'New', values: [4, 2, 2, 0] }),
  field('dormant', { name: 'Dormant', values: [0, 1, 4, 0] }),
];

interface Column {
  top: number;
  bottom: number;
  color: string;
}

const columnsIn = (html: string): Column[] =>
  [...html.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)" style="fill:([^"]*)"/g)].map(
    ([, y, height, color]) => ({ top: Number(y), bottom: Number(y) + Number(height), color: color ?? '' }),
  );

it('draws who comes above the line, and who leaves below it, without a sign', () => {
  const html = lifecycleChart(fields, '2018-03-31', 'en') ?? '';
  const [come = [], leave = []] = [LIFECYCLE_COLORS.new, LIFECYCLE_COLORS.dormant].map((wanted) =>
    columnsIn(html).filter(({ color }) => color === wanted),
  );
  expect([come.length, leave.length]).toEqual([3, 2]);
  const [line] = come.map(({ bottom }) => bottom);
  for (const { top } of leave) expect(top).toBeCloseTo(line ?? NaN, 0);
  expect([...html.matchAll(/<span style="bottom[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([
    '4',
    '2',
    '0',
    '2',
    '4',
  ]);
});

it('leaves out what begins after the last known day, and marks what it lies in', () => {
  const html = lifecycleChart(fields, '2018-03-10', 'en') ?? '';
  expect(html).toContain('period still running');
  expect(columnsIn(html.slice(html.indexOf('<g class="running">'))).length).toBe(2);
  expect(lifecycleChart(fields, '2018-03-31', 'en')).not.toContain('period still running');
});

it('is none where the fields do not tell', () => {
  expect(lifecycleChart([moments(MONTHS), field('churn_rate')], '', 'en')).toBeUndefined();
  expect(lifecycleChart([field('new')], '', 'en')).toBeUndefined();
});
