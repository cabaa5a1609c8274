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

/** Where what can be seen of a list ends: at the bottom of the first ancestor in which a reader would scroll. */
function bottomOf(element: Element): number {
  for (let one = element.parentElement; one; one = one.parentElement) {
    const scrolls = ['auto', 'scroll'].includes(getComputedStyle(one).overflowY);
    if (scrolls && one.scrollHeight > one.clientHeight + 1) return one.getBoundingClientRect().bottom;
  }
  return Infinity;
}
