import { createTheme } from '@grafana/data';
import type { Place } from '../data/model';
import { METHODS } from '../scale/classes';
import { shadingOf } from './shading';

const theme = createTheme({ colors: { mode: 'light' } });
/** States by the share of their customers at high risk. */
const places = (...shares: number[]): Place[] =>
  shares.map((high_risk_share, row) => ({
    key: `S${row}`,
    name: `S${row}`,
    state: `S${row}`,
    at: null,
    figures: { customers: 10, high_risk_share } as unknown as Place['figures'],
    links: [],
    row,
  }));
const colorsOf = (...shares: number[]) =>
  shadingOf(places(...shares), 'high_risk_share', METHODS[0], theme).classes.map(({ color }) => color);

it('lets nothing stand out where nobody is at risk anywhere', () => {
  const [palest] = colorsOf(0, 0.5);
  expect(colorsOf(0, 0, 0)).toEqual([palest]);
});

it('shows the plain colour where all are at the same risk', () => {
  expect(colorsOf(0.3, 0.3)).not.toEqual(colorsOf(0, 0));
});
