import { hideCutRows } from './wholeRows';

const boxOf = (bottom: number): DOMRect => ({ bottom }) as DOMRect;

/** A table with rows of 36 px in a box of some height. */
function tableIn(height: number, rows: number, overflow: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = `<section style="overflow-y: ${overflow}"><table><tbody>${'<tr><td>x</td></tr>'.repeat(rows)}</tbody></table></section>`;
  const [box] = root.children;
  Object.defineProperties(box, { scrollHeight: { value: rows * 36 }, clientHeight: { value: height } });
  box!.getBoundingClientRect = () => boxOf(height);
  root.querySelectorAll('tr').forEach((row, i) => (row.getBoundingClientRect = () => boxOf((i + 1) * 36)));
  return root;
}

const seen = (root: HTMLElement): number =>
  [...root.querySelectorAll('tr')].filter(({ style }) => style.visibility !== 'hidden').length;

it.each([
  ['cut through by its box', 100, 'auto', 2],
  ['that ends with its box', 108, 'auto', 3],
  ['in a box that grows', 100, 'visible', 5],
  ['that are all in sight', 180, 'auto', 5],
  ['in a box that hides what is too much, as pictures do', 100, 'hidden', 5],
  ['of which not even the first row is whole', 20, 'auto', 5],
])('shows whole rows alone: a table %s', (_, height, overflow, whole) => {
  const root = tableIn(height, 5, overflow);
  hideCutRows(root);
  expect(seen(root)).toBe(whole);
});
