import { minimumHeight, minimumWidth } from './minimumWidth';

it('lets two figures stand side by side on a telephone', () => {
  expect(2 * minimumWidth('stat', 344) + 8).toBeLessThanOrEqual(344);
  expect(minimumWidth('stat', 1200)).toBeGreaterThan(minimumWidth('stat', 344));
});

it('gives a panel of several figures a line of its own on a telephone', () => {
  expect(minimumWidth('stat', 404, 3)).toBeGreaterThan(404 / 2);
  expect(minimumWidth('stat', 404, 4)).toBeLessThanOrEqual(404);
});

it('knows a width for panels of other plugins', () => {
  expect(minimumWidth('somebodys-panel', 1200)).toBeGreaterThan(0);
});

it('keeps room for a sentence on a telephone alone, where it wraps', () => {
  expect(minimumHeight('text', 404)).toBeGreaterThan(200);
  expect(minimumHeight('text', 1400)).toBe(0);
  expect(minimumHeight('stat', 404)).toBe(0);
});
