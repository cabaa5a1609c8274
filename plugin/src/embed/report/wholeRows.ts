/** Height in px of the line that says how many more rows there are. */
const NOTE_HEIGHT = 28;

/**
 * Takes out rows of lists that would be cut through at the bottom of their panel, as nobody can scroll to the rest on paper,
 * and says below the last row how many more there are.
 *
 * @param wordsFor what says that a number of rows is left out
 */
export function showWholeRows(root: ParentNode, wordsFor: (left: number) => string): void {
  for (const table of root.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll<HTMLElement>('tbody tr:not([aria-hidden])')];
    const bottom = bottomOf(table);
    const fitting = rows.filter((row) => !isCut(row, bottom)).length;
    // Where not even the first row is whole, what scrolls is no list.
    if (fitting === 0 || fitting === countOf(table, rows)) continue;
    const shown = Math.max(1, rows.filter((row) => !isCut(row, bottom - NOTE_HEIGHT)).length);
    const gaps = table.querySelectorAll<HTMLElement>('tbody tr[aria-hidden]');
    for (const row of [...rows.slice(shown), ...gaps]) row.style.display = 'none';
    table.after(noteOf(wordsFor(countOf(table, rows) - shown)));
  }
}

/** How many rows a list has; of very many only some are drawn, and it says itself how many there are with its head. */
function countOf(table: Element, { length }: readonly Element[]): number {
  return Math.max(length, Number(table.getAttribute('aria-rowcount') ?? 0) - 1);
}

const isCut = (row: Element, bottom: number): boolean => row.getBoundingClientRect().bottom > bottom + 1;

function noteOf(words: string): HTMLElement {
  const note = document.createElement('p');
  note.textContent = words;
  note.dataset.rowsLeft = '';
  Object.assign(note.style, { height: `${NOTE_HEIGHT}px`, lineHeight: `${NOTE_HEIGHT}px` });
  return note;
}

/**
 * Where what can be seen of a list ends: at the lowest of what cuts it off, if a reader would scroll to the rest. The page
 * itself cuts nothing off: paper shows all of it, however little of it the window does.
 */
function bottomOf(element: Element): number {
  let bottom = Infinity;
  let scrolls = false;
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
    const { overflowY } = getComputedStyle(one);
    if (!['auto', 'scroll', 'hidden'].includes(overflowY)) continue;
    if (overflowY !== 'hidden' && one.scrollHeight > one.clientHeight + 1) scrolls = true;
    bottom = Math.min(bottom, one.getBoundingClientRect().bottom);
  }
  return scrolls ? bottom : Infinity;
}
