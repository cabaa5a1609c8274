import type { StateRings } from './projection';
import { pathOf, projectInto } from './projection';
import { placeLabel } from './labels';

const BOX = { width: 460, height: 460 };

function areaOf({ rings }: StateRings): number {
  return rings.reduce((sum, ring) => {
    const twice = ring.reduce((all, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
      return all + x * ny - nx * y;
    }, 0);
    return sum + Math.abs(twice) / 2;
  }, 0);
}

const byCode = (code: string): StateRings => {
  const found = projectInto(BOX, null).states.find(({ state }) => state === code);
  if (!found) throw new Error(`${code} is missing.`);
  return found;
};

it('keeps areas in proportion (IBGE, 2022, in 1,000 square km)', () => {
  const share = areaOf(byCode('SP')) / areaOf(byCode('AM'));
  expect(share / (248.2 / 1_559.3)).toBeCloseTo(1, 1);
});

it('has the north above and the east to the right, all of it in the box', () => {
  const { place, states } = projectInto(BOX, null);
  const [manaus, porto, recife] = [place([-60.02, -3.12]), place([-51.23, -30.03]), place([-34.88, -8.05])];
  expect(manaus[1]).toBeLessThan(porto[1]);
  expect(manaus[0]).toBeLessThan(recife[0]);
  for (const [x, y] of states.flatMap(({ rings }) => rings.flat())) {
    expect(x >= 0 && x <= BOX.width && y >= 0 && y <= BOX.height).toBe(true);
  }
});

it('fills the box with the state that is looked at, and leaves out what cannot be seen', () => {
  const { states } = projectInto(BOX, 'DF');
  const codes = states.map(({ state }) => state);
  expect(codes).toEqual(expect.arrayContaining(['DF', 'GO']));
  expect(codes).not.toContain('AM');
});

it('writes closed outlines without steps that nobody sees', () => {
  const path = pathOf(byCode('AM').rings);
  expect(path).toMatch(/^M[\d. ]+(L[\d. -]+)+Z/);
  expect(path.split('L').length).toBeLessThan(byCode('AM').rings.flat().length);
});

describe('a label', () => {
  const square: StateRings['rings'] = [
    [
      [0, 0],
      [40, 0],
      [40, 40],
      [0, 40],
      [0, 0],
    ],
  ];
  const line = (text: string) => [{ text, size: 12, strong: false }];

  it('stands in the middle, the fullest that fits', () => {
    const placed = placeLabel({ rings: square }, [line('Far too long for it'), line('SP')]);
    expect(placed?.lines[0]?.text).toBe('SP');
    expect([placed?.x, placed?.y]).toEqual([20, 20]);
  });

  it('is left out where none fits', () => {
    expect(placeLabel({ rings: square }, [line('Far too long for it')])).toBeUndefined();
  });
});
