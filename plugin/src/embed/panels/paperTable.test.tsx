import { applyFieldOverrides, createDataFrame, createTheme, FieldType, type FieldConfig } from '@grafana/data';
import { TableCellDisplayMode } from '@grafana/schema';
import { render, screen, within } from '@testing-library/react';
import React from 'react';
import { PaperTable } from './paperTable';

const WORDS = 'Recommend what goes with the last order, at the price of the last order';

type Props = React.ComponentProps<typeof PaperTable>;

/** States with what is at stake there: 1 for the first, 2 for the second. */
function propsOf(rows: number, options: Props['options'] = {}): Props {
  const numbers = Array.from({ length: rows }, (_, i) => i + 1);
  const config = (custom: FieldConfig['custom'] = {}): FieldConfig => ({ custom });
  const frame = createDataFrame({
    fields: [
      {
        name: 'state',
        type: FieldType.string,
        values: numbers.map((i) => `S${i}`),
        config: { ...config(), links: [{ title: 'Open', url: '/d/state?is=${__value.raw}' }] },
      },
      { name: 'hidden', type: FieldType.number, values: numbers, config: config({ hidden: true }) },
      { name: 'At stake', type: FieldType.number, values: numbers, config: { ...config(), unit: 'percent' } },
      {
        name: 'What to do',
        type: FieldType.string,
        values: numbers.map(() => WORDS),
        config: {
          ...config({ cellOptions: { type: TableCellDisplayMode.ColorText } }),
          color: { mode: 'fixed', fixedColor: '#ff0000' },
        },
      },
    ],
  });
  const [series] = applyFieldOverrides({
    data: [frame],
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (text, variables) =>
      text.replace(
        '${__value.raw}',
        String((variables?.__dataContext?.value as { rowIndex?: number })?.rowIndex ?? ''),
      ),
    theme: createTheme(),
  });
  return { data: { series: series ? [series] : [] }, options, width: 600 } as unknown as Props;
}

const texts = () =>
  screen.getAllByRole('row').map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));

it('shows the first rows with all their words, and says how many more there are', () => {
  render(<PaperTable {...propsOf(1_020)} />);
  expect(texts()).toHaveLength(16);
  expect(texts().slice(0, 2)).toEqual([
    ['state', 'At stake', 'What to do'],
    ['S1', '1%', WORDS],
  ]);
  expect(screen.getByText('and 1,005 more')).toBeVisible();
});

it('does not speak of more rows where there are none', () => {
  render(<PaperTable {...propsOf(15)} />);
  expect(texts()).toHaveLength(16);
  expect(screen.queryByText(/more/)).not.toBeInTheDocument();
});

it.each([
  ['At stake', true, 'S20'],
  ['At stake', false, 'S1'],
  ['hidden', true, 'S20'],
  ['no such column', true, 'S1'],
])('is sorted by %s, downwards: %s', (displayName, desc, first) => {
  render(<PaperTable {...propsOf(20, { sortBy: [{ displayName, desc }] })} />);
  expect(texts()[1]?.[0]).toBe(first);
});

it('keeps links with their rows when it is sorted, and the colours that the dashboard gives to texts', () => {
  const sorted = propsOf(20, { sortBy: [{ displayName: 'At stake', desc: true }] });
  const unsorted = propsOf(20);
  const { unmount } = render(<PaperTable {...unsorted} />);
  const linkOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  const before = linkOf('S15');
  unmount();
  render(<PaperTable {...sorted} />);
  expect(linkOf('S15')).toBe(before);
  expect(before).toContain('is=14');
  const [, first] = screen.getAllByRole('row');
  expect(within(first!).getByText(WORDS)).toHaveStyle({ color: 'rgb(255, 0, 0)' });
});

it('shares the width of the paper among its columns', () => {
  const { container } = render(<PaperTable {...propsOf(3)} />);
  const widths = [...container.querySelectorAll('col')].map(({ style }) => Number.parseInt(style.width, 10));
  expect(widths).toHaveLength(3);
  expect(Math.abs(widths.reduce((sum, one) => sum + one, 0) - 600)).toBeLessThanOrEqual(3);
});

it('draws nothing of an answer without a frame', () => {
  const { container } = render(<PaperTable {...propsOf(1)} data={{ ...propsOf(1).data, series: [] }} />);
  expect(container).toBeEmptyDOMElement();
});
