/** Hides rows of tables that would be cut through at the bottom of their panel: nobody can scroll to the rest on paper. */
export function hideCutRows(root: ParentNode): void {
  for (const table of root.querySelectorAll('table')) {
    const bottom = bottomOf(table);
    for (const row of table.querySelectorAll<HTMLElement>('tbody tr')) {
      if (row.getBoundingClientRect().bottom > bottom + 1) row.style.visibility = 'hidden';
    }
  }
}

/** Where what can be seen of an element ends: at the bottom of the first ancestor that scrolls. */
function bottomOf(element: Element): number {
  for (let one = element.parentElement; one; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY !== 'visible') {
      return one.getBoundingClientRect().bottom;
    }
  }
  return Infinity;
}
