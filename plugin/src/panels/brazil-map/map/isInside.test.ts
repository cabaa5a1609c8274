import { isInside } from '@contract';
import { geoBounds, geoContains } from 'd3-geo';
import { shapeOf, STATE_SHAPES } from '../shapes/stateShapes';

it('agrees with the sphere, wherever it is asked', () => {
  let inside = 0;
  for (let n = 0; n < 80; n++) {
    // Spread evenly over the box around Brazil.
    const place: [number, number] = [-74 + ((n * 0.618034) % 1) * 39, -33 + ((n * 0.754878) % 1) * 38];
    for (const shape of STATE_SHAPES) {
      const expected = geoContains(shape, place);
      expect(isInside(place, shape.geometry.coordinates.flat())).toBe(expected);
      inside += Number(expected);
    }
  }
  expect(inside).toBeGreaterThan(30);
});

it('knows islands and the water between them', () => {
  const para = shapeOf('PA');
  if (!para) throw new Error('Pará is missing.');
  const rings = para.geometry.coordinates.flat();
  const [, [east, north]] = geoBounds(para);
  expect(isInside([-49.6, -1], rings)).toBe(true);
  expect(isInside([east + 1, north + 1], rings)).toBe(false);
});
