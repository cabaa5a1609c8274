import { getPanelDataSummary } from '@grafana/data';
import { readValue } from './data/readValue';
import { divide } from './frame/divide';
import { target } from './matrix/useGridKeys';
import { DEFAULT_OPTIONS, readOptions } from './options';
import { suggestFor, suggestionsSupplier } from './suggestions';
import { SHOP, valueFrame } from './testing/frames';

describe('saved options', () => {
  it.each([undefined, {}, { view: 'pie', measure: 7, rows: 1.5, showList: 'yes', bandVariable: null }])(
    '%j: the defaults',
    (saved) => {
      expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
    },
  );

  it('are kept where they are known', () => {
    const saved = { view: 'table', measure: 'customers', rows: 7, showList: false, showSummary: false };
    expect(readOptions({ ...saved, bandVariable: ' risk ' })).toEqual({
      ...DEFAULT_OPTIONS,
      ...saved,
      bandVariable: 'risk',
    });
  });
});

it('is suggested for a matrix, by every version of Grafana, and for nothing else', () => {
  expect(suggestFor([valueFrame()]).map(({ name }) => name)).toEqual(['Value at risk']);
  expect(suggestFor([])).toEqual([]);
  expect(suggestFor([valueFrame([{ value_class: 'high_value', customers: 3 }])])).toEqual([]);
  expect(suggestionsSupplier(getPanelDataSummary([valueFrame()]))).toHaveLength(1);
  expect(typeof suggestionsSupplier.getSuggestionsForData).toBe('function');
});

it('reads rows in any order, and cells without a row as empty', () => {
  const reading = readValue([valueFrame(SHOP.toReversed().slice(1))]);
  if (reading.state !== 'ready') throw new Error(reading.state);
  expect(reading.model.cells.map(({ customers }) => customers)).toEqual([10, 20, 5, 30, 50, 15, 80, 90, 0]);
  expect(reading.model).toMatchObject({ customers: 300, atRisk: 30_000, basis: 'monetary', horizonDays: 180 });
});

describe('the room of a panel', () => {
  const room = { summary: 24, withList: true, chosen: false };

  it.each([
    [1_400, 400, 'beside'],
    [800, 600, 'below'],
    [800, 300, 'none'],
  ])('%i by %i: the list %s', (width, height, place) => {
    const parts = divide({ ...room, width, height });
    expect(parts.list.place).toBe(place);
    const tall = place === 'below' ? parts.picture.height + parts.list.height : parts.picture.height;
    expect(parts.toolbar + parts.summary + tall).toBeLessThanOrEqual(height);
  });

  it('shows the list in the place of the matrix once a cell is chosen', () => {
    expect(divide({ ...room, width: 800, height: 300, chosen: true }).list.place).toBe('instead');
    expect(divide({ ...room, width: 800, height: 300, chosen: true, withList: false }).list.place).toBe('none');
  });
});

it('moves among the cells by rows and columns, and stops at the edges', () => {
  const moves = (key: string) => Array.from({ length: 9 }, (_, from) => target(key, from, 3, 9));
  expect(moves('ArrowRight')).toEqual([1, 2, 2, 4, 5, 5, 7, 8, 8]);
  expect(moves('ArrowLeft')).toEqual([0, 0, 1, 3, 3, 4, 6, 6, 7]);
  expect(moves('ArrowDown')).toEqual([3, 4, 5, 6, 7, 8, 6, 7, 8]);
  expect(moves('ArrowUp')).toEqual([0, 1, 2, 0, 1, 2, 3, 4, 5]);
  expect(moves('End')).toEqual([2, 2, 2, 5, 5, 5, 8, 8, 8]);
  expect(target('a', 4, 3, 9)).toBeUndefined();
});
