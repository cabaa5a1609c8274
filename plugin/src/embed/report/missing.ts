/** A panel that the page cannot show, or not all of it, and why. */
export interface Missing {
  title: string;
  reason: string;
}

/** What of the panels below an element could not be shown: queries that failed, and pictures that could not be drawn. */
export function missingBelow(root: ParentNode): Missing[] {
  return [...root.querySelectorAll('[data-embed-panel]')].flatMap((panel) => {
    const card = panel.querySelector<HTMLElement>('[data-panel-title]');
    const alert = panel.querySelector('[role="alert"]');
    const reason = card?.dataset.panelErrors ?? alert?.textContent ?? undefined;
    if (reason === undefined) return [];
    const number = panel.getAttribute('data-embed-panel') ?? '';
    return [{ title: card?.dataset.panelTitle || `#${number}`, reason }];
  });
}

/** How many panels stand below an element. */
export const panelsBelow = (root: ParentNode): number => root.querySelectorAll('[data-embed-panel]').length;
