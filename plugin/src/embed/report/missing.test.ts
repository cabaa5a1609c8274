import { missingBelow, panelsBelow } from './missing';

const page = (html: string): HTMLElement => {
  const root = document.createElement('main');
  root.innerHTML = html;
  return root;
};

const panel = (id: number, inside: string): string => `<div data-embed-panel="${id}">${inside}</div>`;
const card = (title: string, inside = '', errors = ''): string =>
  `<div data-panel-title="${title}"${errors === '' ? '' : ` data-panel-errors="${errors}"`}>${inside}</div>`;

it('lacks nothing where every panel shows its picture, or says that there is nothing to show', () => {
  const root = page(panel(1, card('Revenue', '<svg></svg>')) + panel(2, card('Orders', '<p role="status">None</p>')));
  expect(missingBelow(root)).toEqual([]);
  expect(panelsBelow(root)).toBe(2);
});

it('names panels whose queries failed, also where an older picture is still there, and panels that were not drawn', () => {
  const root = page(
    panel(1, card('Revenue', '<svg></svg>', 'The forecast was not ready.')) +
      panel(2, card('Risk', '<p role="alert">This panel could not be drawn: x</p>')) +
      panel(3, card('', '<p role="alert">Not loaded</p>')) +
      panel(4, card('Orders')),
  );
  expect(missingBelow(root)).toEqual([
    { title: 'Revenue', reason: 'The forecast was not ready.' },
    { title: 'Risk', reason: 'This panel could not be drawn: x' },
    { title: '#3', reason: 'Not loaded' },
  ]);
});
