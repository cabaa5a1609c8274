import { SECTIONS } from '../options';
import { arrange, columnWidths, isTiny } from './layout';

describe('dividing the room', () => {
  it.each([300, 420, 759])('takes one column at %d px', (width) => {
    expect(columnWidths(width).columns).toHaveLength(1);
  });

  it('takes two columns that fill the width from 760 px on', () => {
    const { whole, columns } = columnWidths(1000);
    expect(columns).toHaveLength(2);
    expect((columns[0] ?? 0) + (columns[1] ?? 0) + 12).toBe(whole);
  });

  it.each([1, 2])('shows every part once with %d columns', (count) => {
    const { above, columns, below } = arrange(SECTIONS, count);
    expect([...above, ...columns.flat(), ...below].toSorted()).toEqual(SECTIONS.toSorted());
  });

  it('leaves no column empty', () => {
    expect(arrange(['action', 'scale'], 2)).toEqual({ above: ['scale'], columns: [], below: ['action'] });
  });

  it('gives up where nothing can be read', () => {
    expect([isTiny(219, 500), isTiny(500, 199), isTiny(220, 200)]).toEqual([true, true, false]);
  });
});
