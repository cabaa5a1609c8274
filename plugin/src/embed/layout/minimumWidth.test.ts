import { minimumWidth } from './minimumWidth';

it('lets two figures stand side by side on a telephone', () => {
  expect(2 * minimumWidth('stat', 344) + 8).toBeLessThanOrEqual(344);
  expect(minimumWidth('stat', 1200)).toBeGreaterThan(minimumWidth('stat', 344));
});

it('knows a width for panels of other plugins', () => {
  expect(minimumWidth('somebodys-panel', 1200)).toBeGreaterThan(0);
});
