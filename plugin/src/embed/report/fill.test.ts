import { placePanels } from '../layout/grid';
import { bandsOf, type Band } from './bands';
import { keyOf, playOf, stretched } from './fill';

const bandOf = (...places: [x: number, y: number, w: number, h: number][]): Band => {
  const items = places.map(([x, y, w, h], i) => ({ id: i + 1, gridPos: { x, y, w, h }, minimumWidth: 0 }));
  const [band] = bandsOf(placePanels(items, 1_000));
  if (!band) throw new Error('No band.');
  return band;
};
const types = (...all: string[]) => new Map(all.map((type, i) => [i + 1, type]));
const heights = ({ boxes }: Band): number[] => [...boxes.values()].map(({ height }) => height);

it('gives way and takes room where pictures stand at the end of a band', () => {
  const band = bandOf([0, 0, 12, 10], [12, 0, 12, 10]);
  const { gives, takes } = playOf(band, types('timeseries', 'barchart'));
  expect([gives, takes]).toEqual([55, 148]);
  expect(heights(stretched(band, takes))).toEqual([520, 520]);
  expect(stretched(band, -gives).height).toBe(band.height - gives);
  expect(keyOf(stretched(band, 10))).toBe(keyOf(band));
});

it.each(['table', 'text', 'stat', 'churnwatch-churnscore-panel', 'somebodys-panel'])(
  'stays as it is beside a panel of type %s, which has nothing to fill more room with',
  (type) => {
    expect(playOf(bandOf([0, 0, 12, 10], [12, 0, 12, 10]), types('timeseries', type))).toEqual({ gives: 0, takes: 0 });
  },
);

it('changes the panels at the end of a band alone', () => {
  const band = bandOf([0, 0, 12, 10], [12, 0, 12, 5], [12, 5, 12, 5]);
  expect(playOf(band, types('timeseries', 'stat', 'timeseries')).takes).toBe(72);
  expect(heights(stretched(band, 20))).toEqual([392, 182, 202]);
  expect(stretched(band, 20).boxes.get(3)?.y).toBe(190);
});
