import { fillPages, paperFor, type Band } from './paper';

const fixed = (...heights: number[]): Band[] =>
  heights.map((height, i) => ({ key: `${i}`, height, least: height, most: height }));
const picture = (height: number, least: number, most: number): Omit<Band, 'key'> => ({ height, least, most });
const bands = (...all: (number | Omit<Band, 'key'>)[]): Band[] =>
  all.map((one, i) => ({ key: `${i}`, ...(typeof one === 'number' ? picture(one, one, one) : one) }));
const filled = (room: number, all: readonly Band[]): number[] => [...fillPages(all, room).values()];

it('is on paper across, or upright where a row of panels is too high for that or leaves much of it empty', () => {
  const across = { width: 1_123, height: 794, scale: 1, room: 708 };
  expect(paperFor(1_051, fixed(500))).toEqual(across);
  expect(paperFor(1_051, fixed(100, 400, 200, 600))).toEqual(across);
  const upright = paperFor(1_051, fixed(1_482));
  expect(upright.height).toBeGreaterThan(upright.width);
  expect(upright.scale).toBeCloseTo(0.687, 3);
  expect(paperFor(1_051, fixed(640, 456, 380, 418, 640))).toEqual(upright);
  expect(paperFor(1_051, fixed(420, 400, 410, 400))).toEqual(upright);
  // Five pages across, most of them half empty, are three upright.
  expect(paperFor(1_051, fixed(330, 440, 380, 420, 430, 490))).toEqual(upright);
  expect(paperFor(1_051, fixed(700, 700, 700))).toEqual(across);
});

it('is on paper across where the picture that is too high for it can be drawn lower', () => {
  expect(paperFor(1_051, fixed(720)).height).toBe(1_123);
  expect(paperFor(1_051, bands(picture(720, 690, 900))).height).toBe(794);
});

describe('the bands of a page', () => {
  it('are as high as before where they fill it, on the last page, and where they hold no pictures', () => {
    expect(filled(1_000, bands(picture(600, 500, 900), 400, 300))).toEqual([0, 0, 0]);
    expect(filled(1_000, bands(picture(600, 500, 900)))).toEqual([0]);
    expect(filled(1_000, bands(700, 700))).toEqual([0, 0]);
  });

  it('are lower by what the page lacks, each by its share', () => {
    expect(filled(1_000, bands(picture(600, 500, 900), picture(460, 410, 500)))).toEqual([-40, -20]);
  });

  it('go to the next page rather than below what can be read', () => {
    expect(filled(1_000, bands(picture(600, 500, 900), picture(560, 520, 900)))).toEqual([300, 0]);
  });

  it('are higher by what the page has to spare, and no higher than is good for them', () => {
    expect(filled(1_000, bands(picture(300, 300, 400), picture(400, 400, 600), 900))).toEqual([100, 200, 0]);
    expect(filled(1_000, bands(picture(300, 300, 600), picture(400, 400, 700), 900))).toEqual([150, 150, 0]);
  });

  it('never exceed it by rounding', () => {
    const changes = filled(1_000, bands(picture(333, 300, 500), picture(334, 300, 491), picture(401, 380, 500), 990));
    expect(333 + 334 + 401 + (changes[0] ?? 0) + (changes[1] ?? 0) + (changes[2] ?? 0)).toBeLessThanOrEqual(1_000);
  });

  it('leave a band that is too high for any page as it is', () => {
    expect(filled(1_000, bands(1_400, picture(300, 250, 400)))).toEqual([0, 0]);
  });
});
