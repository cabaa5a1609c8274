/** Hides rows of lists that would be cut through at the bottom of their panel: nobody can scroll to the rest on paper. */
export function hideCutRows(root: ParentNode): void {
  for (const table of root.querySelectorAll('table')) {
    const bottom = bottomOf(table);
    const [first, ...others] = table.querySelectorAll<HTMLElement>('tbody tr');
    // Where not even the first row is whole, what scrolls is no list.
    if (!first || isCut(first, bottom)) continue;
    for (const row of others) if (isCut(row, bottom)) row.style.visibility = 'hidden';
  }
}

const isCut = (row: Element, bottom: number): boolean => row.getBoundingClientRect().bottom > bottom + 1;

/** Where what can be seen of a list ends: at the lowest of what cuts it off, if a reader would scroll to the rest. */
function bottomOf(element: Element): number {
  let bottom = Infinity;
  let scrolls = false;
  for (let one = element.parentElement; one; one = one.parentElement) {
    const { overflowY } = getComputedStyle(one);
    if (!['auto', 'scroll', 'hidden'].includes(overflowY)) continue;
    if (overflowY !== 'hidden' && one.scrollHeight > one.clientHeight + 1) scrolls = true;
    bottom = Math.min(bottom, one.getBoundingClientRect().bottom);
  }
  return scrolls ? bottom : Infinity;
}
