import type { ReportContent, ReportPanel } from '../content';
import { escapeHtml } from '../escape';
import { factsOf, rangeText, WORDS } from '../wording';
import { panelBody } from './panels';

const LIGHT = `--text: #24292e; --paper: #fff; --faint: #57606a; --line: #d8dee4; --grid: #e5e7eb; --bad: #b3261e;
  --band: #c4cbd3; --s0: #1f77b4; --s1: #d95f02; --s2: #1b9e77; --s3: #7570b3; --s4: #666666; --s5: #b8860b;`;
const DARK = `--text: #d8d9da; --paper: #111217; --faint: #9fa7b3; --line: #34363d; --grid: #2a2c33; --bad: #ff8a80;
  --band: #4b5563; --s0: #6fb1e4; --s1: #ff9830; --s2: #4fc9a4; --s3: #b4aef0; --s4: #b0b3b8; --s5: #e0b840;`;

const STYLES = `
body { margin: 0 auto; max-width: 1120px; padding: 24px; color: var(--text); background: var(--paper);
  font: 14px/1.5 Inter, Helvetica, Arial, sans-serif; }
header { border-bottom: 2px solid var(--line); margin-bottom: 16px; padding-bottom: 8px; }
h1 { font-size: 26px; margin: 0; } h2 { font-size: 15px; margin: 0 0 8px; }
header p { margin: 4px 0 0; } .facts, .more, .none, footer { color: var(--faint); font-size: 12px; }
main { display: grid; grid-template-columns: repeat(24, 1fr); gap: 12px; }
section { border: 1px solid var(--line); border-radius: 6px; padding: 12px; min-width: 0; break-inside: avoid; }
@media (max-width: 800px) { main { display: block; } section { margin-bottom: 12px; } }
.words { font-size: 20px; margin: 0 0 8px; } .error { color: var(--bad); }
.missing { border: 1px solid var(--bad); border-radius: 6px; color: var(--bad); margin: 8px 0 0; padding: 8px 12px; }
.missing ul { margin: 4px 0 0; padding-left: 20px; }
.figures { display: flex; flex-wrap: wrap; gap: 16px; } .figure { flex: 1 1 120px; display: grid; }
.figure span { color: var(--faint); font-size: 12px; } .figure b { font-size: 24px; font-weight: 600; }
svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--faint); } .grid { stroke: var(--grid); }
.spark { height: 30px; } .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 4px 0; padding: 0; }
.legend i { display: inline-block; width: 12px; height: 3px; margin-right: 6px; vertical-align: middle; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 12px; }
th { text-align: left; font-weight: 600; } th, td { border-bottom: 1px solid var(--grid); padding: 4px 8px; vertical-align: top; }
th.number, .number { text-align: right; font-variant-numeric: tabular-nums; } td.number { white-space: nowrap; }
.bars th { width: 1%; white-space: nowrap; font-weight: 400; } .bars .number { width: 1%; }
.bar i { display: block; height: 14px; background: var(--s0); border-radius: 2px; min-width: 1px; }
`;

/** Colours as asked, else as the reader's device is set; on paper always light. */
function colorsFor(theme: 'light' | 'dark' | undefined): string {
  const plain = `:root { color-scheme: ${theme ?? 'light'}; ${theme === 'dark' ? DARK : LIGHT} }`;
  if (theme !== undefined) return plain;
  return `${plain}\n@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${DARK} } }`;
}

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
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)} · Churnwatch</title>
<style>${colorsFor(theme)}${STYLES}</style>
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
${inReadingOrder(panels)
  .map((panel) => section(panel, content))
  .join('\n')}
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

function section(panel: ReportPanel, { language }: ReportContent): string {
  const { w } = panel.panel.gridPos;
  const heading = panel.title === '' ? '' : `<h2>${escapeHtml(panel.title)}</h2>`;
  return `<section style="grid-column:span ${Math.min(24, Math.max(1, w))}">${heading}${panelBody(panel, language)}</section>`;
}
