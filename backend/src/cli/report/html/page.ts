import type { Language } from '../../../contract';
import type { ReportContent, ReportPanel } from '../content';
import { escapeHtml } from '../escape';
import { factsOf, rangeText, WORDS } from '../wording';
import { panelBody, type PanelBody } from './panels';
import { stylesFor } from './styles';

/**
 * A dashboard as one HTML file that needs nothing else: no scripts, no pictures from elsewhere. A policy of its own forbids
 * even what a text in the data might try.
 *
 * @param theme absent: as the reader's device is set
 * @param now in ms
 */
export function toHtml(content: ReportContent, theme?: 'light' | 'dark', now = Date.now()): string {
  const { title, language, filters, sample, panels } = content;
  const line = [rangeText(content), ...filters.map(([label, values]) => `${label}: ${values}`)].join(' · ');
  const main = sections(panels, language).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)} · Churnwatch</title>
<style>${stylesFor(theme, main)}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(line)}</p>
<p class="facts">${escapeHtml(factsOf(content, now).join(' · '))}</p>
${sample ? `<p><strong>${escapeHtml(WORDS[language].sample)}</strong></p>` : ''}
${missingNotice(content)}
</header>
<main>
${main}
</main>
</body>
</html>
`;
}

/** What the report lacks, before anything else is read. */
function missingNotice({ missing, panels, language }: ReportContent): string {
  if (missing.length === 0) return '';
  const items = missing.map(({ title, reason }) => `<li>${escapeHtml(`${title}: ${reason}`)}</li>`);
  const words = WORDS[language].missing(String(missing.length), String(panels.length));
  return `<div class="missing" role="note"><strong>${escapeHtml(words)}</strong><ul>${items.join('')}</ul></div>`;
}

const inReadingOrder = (panels: readonly ReportPanel[]): ReportPanel[] =>
  [...panels].sort(({ panel: { gridPos: a } }, { panel: { gridPos: b } }) => a.y - b.y || a.x - b.x);

/** Of a dashboard's grid. */
const COLUMNS = 24;
/** Width in px of a page on a desk, and what goes around the content of a panel. */
const PAGE = { width: 1_120, gap: 12, around: 26 };

interface Placed {
  panel: ReportPanel;
  body: PanelBody;
}

/** Panels in the order in which they are read. Where one is too narrow for its columns, all of its row have the whole width. */
function sections(panels: readonly ReportPanel[], language: Language): string[] {
  const placed = inReadingOrder(panels).map((panel) => ({ panel, body: panelBody(panel, language) }));
  const squeezed = new Set(placed.filter(isSqueezed).map(({ panel }) => panel.panel.gridPos.y));
  return placed.map((one) => section(one, squeezed.has(one.panel.panel.gridPos.y)));
}

const widthOf = ({ panel: { gridPos } }: ReportPanel): number => Math.min(COLUMNS, Math.max(1, gridPos.w));

function isSqueezed({ panel, body }: Placed): boolean {
  const width = (widthOf(panel) / COLUMNS) * (PAGE.width + PAGE.gap) - PAGE.gap - PAGE.around;
  return body.leastWidth > width;
}

function section({ panel, body }: Placed, isWhole: boolean): string {
  const heading = panel.title === '' ? '' : `<h2>${escapeHtml(panel.title)}</h2>`;
  const kind = panel.panel.type === 'stat' ? ' class="stat"' : '';
  return `<section${kind} style="--w:${isWhole ? COLUMNS : widthOf(panel)}">${heading}${body.html}</section>`;
}
