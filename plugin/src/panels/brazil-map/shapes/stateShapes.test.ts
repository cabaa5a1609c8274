import { BRAZIL_STATES } from '@contract';
import { geoArea, geoBounds, geoContains } from 'd3-geo';
import { readFileSync } from 'fs';
import path from 'path';
import { makeShapes } from './makeShapes.mjs';
import { shapeOf, STATE_SHAPES } from './stateShapes';

/** Square kilometres of a steradian of the earth. */
const EARTH = 6_371.0088 ** 2;
/** Area in square kilometres (IBGE, 2022), rounded. */
const AREAS = { AM: 1_559_256, SP: 248_219, PE: 98_068, DF: 5_761, SE: 21_938 };
/** State capitals. */
const CAPITALS: Record<string, [number, number]> = {
  SP: [-46.63, -23.55],
  AM: [-60.02, -3.12],
  DF: [-47.88, -15.79],
  MG: [-43.94, -19.92],
  RR: [-60.67, 2.82],
};

const OUTLINES = path.join(__dirname, '../../../../../backend/src/contract/brazil-map/state-outlines.ts');

describe('the outlines of the states', () => {
  it('are what the script makes of its source', () => {
    expect(readFileSync(OUTLINES, 'utf8')).toBe(makeShapes());
  });

  it('say where they come from and under which licence', () => {
    expect(readFileSync(OUTLINES, 'utf8')).toMatch(/Natural Earth[^]*public domain[^]*MIT/);
  });

  it('are those of all states that addresses name', () => {
    expect(STATE_SHAPES.map(({ id }) => id).toSorted()).toEqual(Object.keys(BRAZIL_STATES).toSorted());
    expect(shapeOf('XX')).toBeUndefined();
  });

  it('lie in Brazil, each closed and wound the way that d3 fills', () => {
    for (const shape of STATE_SHAPES) {
      const [[west, south], [east, north]] = geoBounds(shape);
      expect([west >= -74.1, south >= -33.9, east <= -34.7, north <= 5.4]).toEqual([true, true, true, true]);
      for (const [ring = []] of shape.geometry.coordinates) expect(ring[0]).toEqual(ring[ring.length - 1]);
    }
  });

  it.each(Object.entries(AREAS))('cover about as much land as they should: %s', (state, expected) => {
    const shape = shapeOf(state);
    const area = shape ? geoArea(shape) * EARTH : 0;
    expect(Math.abs(area / expected - 1)).toBeLessThan(0.05);
  });

  it.each(Object.entries(CAPITALS))('hold their own capital, and no other does: %s', (state, capital) => {
    expect(STATE_SHAPES.filter((shape) => geoContains(shape, capital)).map(({ id }) => id)).toEqual([state]);
  });
});
