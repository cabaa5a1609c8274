import type { Target } from '../model/dashboard';
import { askedHeight, minimumWidth, minimumWidthOnPaper } from './minimumWidth';

const widthOf = (type: string, width: number, targets: readonly Target[] = [{ refId: 'A' }]): number =>
  minimumWidth({ type, targets: [...targets] }, width);
const asked = (count: number, rest: Partial<Target> = {}): Target[] =>
  Array.from({ length: count }, (_, i) => ({ refId: `${i}`, ...rest }));

it('lets two figures stand side by side on a telephone', () => {
  expect(2 * widthOf('stat', 344) + 8).toBeLessThanOrEqual(344);
  expect(widthOf('stat', 1200)).toBeGreaterThan(widthOf('stat', 344));
});

it('gives a panel of several figures a line of its own on a telephone', () => {
  expect(widthOf('stat', 404, asked(3))).toBeGreaterThan(404 / 2);
  expect(widthOf('stat', 404, asked(4))).toBeLessThanOrEqual(404);
});

it('counts no figures that are asked for only to reckon with them', () => {
  expect(widthOf('stat', 404, [...asked(1), ...asked(3, { hide: true })])).toBe(widthOf('stat', 404));
});

it('knows a width for panels of other plugins', () => {
  expect(widthOf('somebodys-panel', 1200)).toBeGreaterThan(0);
});

it('gives tables more room on paper, where they cannot be scrolled, and other panels what they have on a page', () => {
  const onPaper = (type: string) => minimumWidthOnPaper({ type, targets: asked(1) }, 1_120);
  expect(onPaper('table')).toBeGreaterThan(widthOf('table', 1_120));
  expect(onPaper('stat')).toBe(widthOf('stat', 1_120));
});

describe('a sentence on a telephone', () => {
  it('has the height of its lines once it is there', () => {
    expect(askedHeight('text', 404, 120, true)).toEqual({ neededHeight: 120, mayShrink: true });
    expect(askedHeight('text', 404, 300, true)).toEqual({ neededHeight: 300, mayShrink: true });
  });

  it.each([
    ['has told nothing yet', undefined, true],
    ['still waits for words', 40, false],
  ])('keeps room for a usual one while it %s, and more where lines are shorter', (_, told, isComplete) => {
    const kept = (width: number): number => askedHeight('text', width, told, isComplete).neededHeight ?? 0;
    expect(kept(404)).toBeGreaterThan(150);
    expect(kept(404)).toBeLessThan(200);
    expect(kept(344)).toBeGreaterThan(kept(404));
  });

  it('keeps what it needs beyond that', () => {
    expect(askedHeight('text', 404, 300, false).neededHeight).toBe(300);
  });
});

it('leaves to other panels, and to sentences on wide pages, the height that the dashboard gives', () => {
  expect(askedHeight('text', 1_400, 50, true)).toEqual({ neededHeight: 50 });
  expect(askedHeight('stat', 404, undefined, true)).toEqual({ neededHeight: undefined });
});
