import type { ReportContent, ReportPanel } from '../content';
import { escapeHtml } from '../escape';
import { factsOf, rangeText, WORDS } from '../wording';
import { panelBody } from './panels';

const STYLES = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 1120px; padding: 24px; color: #24292e; background: #fff;
  font: 14px/1.5 Inter, Helvetica, Arial, sans-serif; }
header { border-bottom: 2px solid #d0d7de; margin-bottom: 16px; padding-bottom: 8px; }
h1 { font-size: 26px; margin: 0; } h2 { font-size: 15px; margin: 0 0 8px; }
header p { margin: 4px 0 0; } .facts, .more, .none, footer { color: #57606a; font-size: 12px; }
main { display: grid; grid-template-columns: repeat(24, 1fr); gap: 12px; }
section { border: 1px solid #d8dee4; border-radius: 6px; padding: 12px; min-width: 0; break-inside: avoid; }
@media (max-width: 800px) { main { display: block; } section { margin-bottom: 12px; } }
.words { font-size: 20px; margin: 0 0 8px; } .error { color: #b3261e; }
.figures { display: flex; flex-wrap: wrap; gap: 16px; } .figure { flex: 1 1 120px; display: grid; }
.figure span { color: #57606a; font-size: 12px; } .figure b { font-size: 24px; font-weight: 600; }
svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: #57606a; } .grid { stroke: #e5e7eb; }
.spark { height: 30px; } .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 4px 0; padding: 0; }
.legend i { display: inline-block; width: 12px; height: 3px; margin-right: 6px; vertical-align: middle; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 12px; }
th { text-align: left; font-weight: 600; } th, td { border-bottom: 1px solid #e5e7eb; padding: 4px 8px; vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bars th { width: 1%; white-space: nowrap; font-weight: 400; } .bars .number { width: 1%; }
.bar i { display: block; height: 14px; background: #1f77b4; border-radius: 2px; min-width: 1px; }
`;

/**
 * A dashboard as one HTML file that needs nothing else: no scripts, no pictures from elsewhere. A policy of its own forbids
 * even what a text in the data might try.
 *
 * @param now in ms
 */
export function toHtml(content: ReportContent, now = Date.now()): string {
  const { title, language, filters, sample, panels } = content;
  const line = [rangeText(content), ...filters.map(([label, values]) => `${label}: ${values}`)].join(' · ');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)} · Churnwatch</title>
<style>${STYLES}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(line)}</p>
<p class="facts">${escapeHtml(factsOf(content, now).join(' · '))}</p>
${sample ? `<p><strong>${escapeHtml(WORDS[language].sample)}</strong></p>` : ''}
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

const inReadingOrder = (panels: readonly ReportPanel[]): ReportPanel[] =>
  [...panels].sort(({ panel: { gridPos: a } }, { panel: { gridPos: b } }) => a.y - b.y || a.x - b.x);

function section(panel: ReportPanel, { language }: ReportContent): string {
  const { w } = panel.panel.gridPos;
  const heading = panel.title === '' ? '' : `<h2>${escapeHtml(panel.title)}</h2>`;
  return `<section style="grid-column:span ${Math.min(24, Math.max(1, w))}">${heading}${panelBody(panel, language)}</section>`;
}
