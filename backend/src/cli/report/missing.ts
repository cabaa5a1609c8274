import type { ReportPanel } from './content';

/** A panel that a report cannot show, or not all of it, and why. */
export interface Missing {
  title: string;
  reason: string;
}

/** What of the panels could not be shown; a report says so itself, so that nobody takes a part for the whole. */
export function missingIn(panels: readonly ReportPanel[]): Missing[] {
  return panels
    .filter(({ errors }) => errors.length > 0)
    .map(({ panel, title, errors }) => ({ title: title === '' ? `#${panel.id}` : title, reason: errors.join(' ') }));
}
