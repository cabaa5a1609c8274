import fc from 'fast-check';
import { COUNT_SHIFT } from './bootstrap';
import { partition } from './partition';

test('sets low bins before high ones, keeps the order on both sides and touches no other row', () => {
  const bins = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 60 });
  fc.assert(
    fc.property(bins, fc.integer({ min: 0, max: 255 }), (column, threshold) => {
      const width = 2;
      const bytes = Uint8Array.from(column.flatMap((bin) => [255 - bin, bin]));
      const rows = Int32Array.from(column, (_, row) => row | ((1 + (row % 63)) << COUNT_SHIFT));
      const inside = Array.from(rows.subarray(1, -1));
      const low = (entry: number) => column[entry & (2 ** 26 - 1)]! <= threshold;
      const expected = [...inside.filter(low), ...inside.filter((entry) => !low(entry))];
      const whole = [rows[0], ...expected, rows.at(-1)];
      const spare = new Int32Array(rows.length);
      const all = { bytes, width, length: rows.length };
      const cut = partition(rows, 1, rows.length - 1, all, { feature: 1, threshold }, spare);
      expect(Array.from(rows)).toEqual(whole);
      expect(cut).toBe(1 + inside.filter(low).length);
    }),
  );
});
