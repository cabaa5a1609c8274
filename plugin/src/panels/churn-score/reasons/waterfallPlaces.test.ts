import { waterfallPlaces } from './waterfallPlaces';

const steps = { base: 0.9, total: 0.8, decimals: 2, steps: [] } as unknown as Parameters<typeof waterfallPlaces>[0];
const widest = (name: number, whole = name) => ({ name, whole });
const labels = (width: number, name = 0): number => waterfallPlaces(steps, width, widest(name)).label.width;

it('gives labels a share of the width, and more of it where they would be cut', () => {
  expect(labels(500)).toBe(200);
  expect(labels(500, 120)).toBe(200);
  expect(labels(500, 240)).toBe(240);
});

it('leaves room for the bars, whatever the labels need', () => {
  expect(labels(500, 900)).toBe(275);
  expect(waterfallPlaces(steps, 500, widest(900)).bar.width).toBeGreaterThan(100);
});

it('puts labels above the bars of a narrow picture', () => {
  expect(waterfallPlaces(steps, 400, widest(900)).label).toEqual({ width: 316, above: true });
});

it('makes rows higher where a value goes below its name', () => {
  const rowHeight = (whole: number): number => waterfallPlaces(steps, 500, widest(180, whole)).rowHeight;
  expect(rowHeight(300)).toBeGreaterThan(rowHeight(190));
  expect(rowHeight(190)).toBe(waterfallPlaces(steps, 500).rowHeight);
});
