import type { SegmentRow } from '../data/model';
import { nextSorting, sortRows } from './columns';

function row(segment: string, customers: number, churnedShare: number | null): SegmentRow {
  return {
    segment,
    customers,
    churnedShare,
    customerShare: 0,
    revenue: 0,
    revenueShare: 0,
    meanRecencyDays: 0,
    meanFrequency: 0,
    meanMonetary: 0,
    links: [],
  };
}

const rows = [row('Champions', 5, 0), row('New', 20, null), row('Lost', 10, 1)];
const names = (sorted: SegmentRow[]) => sorted.map(({ segment }) => segment);

describe('sorting the table', () => {
  it('goes from the best segment to the most endangered at first', () => {
    expect(names(sortRows(rows, { key: 'segment', descending: false }))).toEqual(['Champions', 'New', 'Lost']);
    expect(names(sortRows(rows, { key: 'segment', descending: true }))).toEqual(['Lost', 'New', 'Champions']);
  });

  it('sorts by numbers either way', () => {
    expect(names(sortRows(rows, { key: 'customers', descending: true }))).toEqual(['New', 'Lost', 'Champions']);
    expect(names(sortRows(rows, { key: 'customers', descending: false }))).toEqual(['Champions', 'Lost', 'New']);
  });

  it.each([true, false])('puts what is not known last (descending: %s)', (descending) => {
    expect(names(sortRows(rows, { key: 'churnedShare', descending })).at(-1)).toBe('New');
  });

  it('begins with the largest, and turns round when the head is used again', () => {
    const first = nextSorting({ key: 'segment', descending: false }, 'revenue');
    expect(first).toEqual({ key: 'revenue', descending: true });
    expect(nextSorting(first, 'revenue')).toEqual({ key: 'revenue', descending: false });
    expect(nextSorting(first, 'segment')).toEqual({ key: 'segment', descending: false });
  });
});
