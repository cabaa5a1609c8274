import { readDashboard } from '../model/readDashboard';
import { onlyPanel } from './onlyPanel';

const dashboard = readDashboard({
  panels: [
    { id: 1, type: 'stat', gridPos: { x: 6, y: 4, w: 6, h: 5 } },
    { id: 2, type: 'row', collapsed: true, panels: [{ id: 3, type: 'table', gridPos: { x: 0, y: 9, w: 8, h: 9 } }] },
  ],
});

it.each([
  [1, 5],
  [3, 9],
])('shows panel %d alone, as high as it was', (id, h) => {
  const sections = onlyPanel(dashboard, id)?.sections ?? [];
  expect(sections.map(({ heading, panels }) => [heading, panels.map(({ gridPos }) => gridPos)])).toEqual([
    [undefined, [{ x: 0, y: 0, w: 24, h }]],
  ]);
});

it('knows when there is none', () => {
  expect(onlyPanel(dashboard, 2)).toBeUndefined();
});
