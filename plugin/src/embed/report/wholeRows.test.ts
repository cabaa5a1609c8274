import { showWholeRows } from './wholeRows';

const boxOf = (bottom: number): DOMRect => ({ bottom }) as DOMRect;
const ROW = 36;

/** A table with rows of 36 px in a box of some height, on a page of which the window shows little. */
function tableIn(height: number, rows: number, overflow: string, rowCount?: number): HTMLElement {
  const root = document.body.appendChild(document.createElement('div'));
  const counted = rowCount === undefined ? '' : ` aria-rowcount="${rowCount + 1}"`;
  const gap = rowCount === undefined ? '' : '<tr aria-hidden="true"></tr>';
  root.innerHTML = `<section style="overflow-y: ${overflow}"><table${counted}><tbody>${'<tr><td>x</td></tr>'.repeat(rows)}${gap}</tbody></table></section>`;
  const [box] = root.children;
  Object.defineProperties(box, { scrollHeight: { value: rows * ROW }, clientHeight: { value: height } });
  box!.getBoundingClientRect = () => boxOf(height);
  root.querySelectorAll('tr').forEach((row, i) => (row.getBoundingClientRect = () => boxOf((i + 1) * ROW)));
  return root;
}

beforeEach(() => {
  document.body.style.overflowY = 'auto';
  Object.defineProperties(document.body, {
    scrollHeight: { value: 3_000, configurable: true },
    clientHeight: { value: 10, configurable: true },
  });
  document.body.getBoundingClientRect = () => boxOf(10);
});
afterEach(() => document.body.replaceChildren());

const seen = (root: HTMLElement): number =>
  [...root.querySelectorAll('tr')].filter(({ style }) => style.display !== 'none').length;
const note = (root: HTMLElement) => root.querySelector('[data-rows-left]')?.textContent;
const words = (left: number) => `${left} left`;

it.each([
  ['cut through by its box', 144, 'auto', 3, '2 left'],
  ['whose next row leaves no room to say so', 108, 'auto', 2, '3 left'],
  ['whose box has room for but one row', ROW, 'auto', 1, '4 left'],
  ['in a box that grows', 100, 'visible', 5, undefined],
  ['that are all in sight', 180, 'auto', 5, undefined],
  ['in a box that hides what is too much, as pictures do', 100, 'hidden', 5, undefined],
  ['of which not even the first row is whole', 20, 'auto', 5, undefined],
])('shows whole rows alone and says how many more there are: a table %s', (_, height, overflow, whole, left) => {
  const root = tableIn(height, 5, overflow);
  showWholeRows(root, words);
  expect({ seen: seen(root), note: note(root) }).toEqual({ seen: whole, note: left });
});

it('counts the rows that a long list has not even drawn, and takes out the room that it kept for them', () => {
  const root = tableIn(144, 5, 'scroll', 1_000);
  showWholeRows(root, words);
  expect({ seen: seen(root), note: note(root) }).toEqual({ seen: 3, note: '997 left' });
});
