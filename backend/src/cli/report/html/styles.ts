import { heatProperties } from './cohorts';
import { mapColors } from './map/colors';
import { listRules } from './table';

const LIGHT = `--text: #24292e; --paper: #fff; --faint: #57606a; --line: #d8dee4; --grid: #e5e7eb; --bad: #b3261e; --good: #2d7d32;
  --warn: #b35c00;
  --band: #c4cbd3; --plain: #eef0f2; --hatch: #b6bec7; --s0: #1f77b4; --s1: #d95f02; --s2: #1b9e77; --s3: #7570b3;
  --s4: #666666; --s5: #b8860b;`;
const DARK = `--text: #d8d9da; --paper: #111217; --faint: #9fa7b3; --line: #34363d; --grid: #2a2c33; --bad: #ff8a80; --good: #73bf69;
  --warn: #ff9830;
  --band: #4b5563; --plain: #22252b; --hatch: #565b66; --s0: #6fb1e4; --s1: #ff9830; --s2: #4fc9a4; --s3: #b4aef0;
  --s4: #b0b3b8; --s5: #e0b840;`;

/** Where columns of a page begin to be too narrow, in px: panels then stand one below the other. */
const NARROW = 900;

const RULES = `
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1168px; padding: 24px; color: var(--text); background: var(--paper);
  font: 14px/1.5 Inter, Helvetica, Arial, sans-serif; -webkit-text-size-adjust: 100%; }
header { border-bottom: 2px solid var(--line); margin-bottom: 16px; padding-bottom: 8px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0; } h2 { font-size: 15px; margin: 0 0 8px; }
h3 { font-size: 14px; margin: 20px 0 6px; }
header p { margin: 4px 0 0; } .facts, .more, .none, footer { color: var(--faint); font-size: 12px; }
.facts { overflow-wrap: anywhere; }
main { display: grid; grid-template-columns: repeat(24, 1fr); gap: 12px; }
section { border: 1px solid var(--line); border-radius: 6px; padding: 12px; min-width: 0; grid-column: span var(--w);
  container-type: inline-size; }
.words { font-size: 20px; line-height: 1.4; margin: 0 0 8px; } .error { color: var(--bad); }
.missing { border: 1px solid var(--bad); border-radius: 6px; color: var(--bad); margin: 8px 0 0; padding: 8px 12px; }
.missing ul { margin: 4px 0 0; padding-left: 20px; }
.figures { display: flex; flex-wrap: wrap; gap: 16px; } .figure { flex: 1 1 120px; display: grid; min-width: 0; }
.figure span { color: var(--faint); font-size: 12px; } .figure b { font-size: 24px; font-weight: 600; overflow-wrap: anywhere; }
.green { color: var(--good); } .red { color: var(--bad); } .orange { color: var(--warn); }
.line { stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.dashed { stroke-dasharray: 5 4; } .dots { stroke-width: 9; stroke-linecap: round; vector-effect: non-scaling-stroke; }
.small { stroke-width: 5; }
.grid { stroke: var(--grid); stroke-width: 1; vector-effect: non-scaling-stroke; }
.spark { display: block; width: 100%; height: 30px; stroke: var(--s0); }
.chart { display: grid; grid-template: auto 22px / auto 1fr; margin-top: 8px; }
.chart .plot { height: 220px; } .plot svg { display: block; width: 100%; height: 100%; overflow: visible; }
path.band { fill: var(--band); fill-opacity: .4; } path.inner { fill-opacity: .75; }
.chart .y, .chart .x { position: relative; color: var(--faint); font-size: 12px; line-height: 16px; white-space: nowrap;
  font-variant-numeric: tabular-nums; }
.y { margin-right: 8px; } .y b { visibility: hidden; font-weight: 400; } .y span { position: absolute; right: 0; transform: translateY(50%); }
.x { grid-column: 2; } .x span { position: absolute; top: 6px; transform: translateX(-50%); }
.x .first { transform: none; } .x .last { transform: translateX(-100%); }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 6px 0 0; padding: 0; font-size: 12px; }
.legend li { display: flex; align-items: center; gap: 6px; }
.legend i { flex: none; width: 14px; height: 3px; border-radius: 1px; background: currentColor; }
.legend i.band { height: 10px; opacity: .4; } .legend i.inner { opacity: 1; } .legend i.dashed { height: 0; border-top: 2px dashed; background: none; }
.legend i.dot { width: 9px; height: 9px; border-radius: 50%; } .legend i.swatch { height: 14px; border-radius: 2px; } .legend .note { color: var(--faint); }
.area.zero, .area.unknown { fill: var(--plain); }
.legend i.zero, .legend i.unknown { background: var(--plain); border: 1px solid var(--line); }
.legend i.absent { background: repeating-linear-gradient(135deg, transparent 0 3px, var(--hatch) 3px 5px); }
.map { display: block; width: 100%; max-width: 560px; margin: 0 auto; } .scale { font-weight: 600; margin: 8px 0 0; }
.area { stroke: var(--paper); stroke-width: 1; stroke-linejoin: round; } .area.absent { fill: url(#hatching); }
.area.zero, .area.unknown, .area.absent { stroke: var(--line); } .away { fill-opacity: .35; }
.chosen { fill: none; stroke: var(--text); stroke-width: 2; stroke-linejoin: round; pointer-events: none; }
.paper { fill: var(--paper); } .hatch { stroke: var(--hatch); stroke-width: 2; } .state { fill: var(--text); }
.ground { fill: var(--paper); stroke: var(--line); } .near { fill: var(--plain); }
.circles { fill-opacity: .6; stroke: var(--text); stroke-opacity: .4; stroke-width: .5; }
.ring { fill: none; stroke: var(--faint); }
.who { margin: 0 0 8px; color: var(--faint); overflow-wrap: anywhere; }
.band-chip { border: 1px solid; border-radius: 999px; padding: 2px 10px; margin-right: 6px; color: var(--text); white-space: nowrap; }
details { margin-top: 8px; font-size: 12px; } summary { cursor: pointer; color: var(--faint); }
.scroll { overflow-x: auto; } .scroll td { white-space: nowrap; }
.across { color: var(--faint); font-size: 12px; margin: 2px 0 0; text-align: center; }
.parts { display: flex; gap: 2px; height: 28px; margin: 4px 0; } .parts i { border-radius: 2px; min-width: 2px; }
g.running { fill-opacity: .5; } .legend i.running { opacity: .5; }
table { border-collapse: collapse; width: 100%; font-size: 12px; } table + table { margin-top: 12px; }
.legend + table { margin-top: 12px; }
th { text-align: left; font-weight: 600; } th, td { border-bottom: 1px solid var(--grid); padding: 4px 7px; vertical-align: top; }
thead th { vertical-align: bottom; } tr { break-inside: avoid; }
th.number, .number { text-align: right; font-variant-numeric: tabular-nums; } td.number { white-space: nowrap; }
.bars th { width: 1%; white-space: nowrap; font-weight: 400; } .bars .number { width: 1%; } .bars th, .bars td { vertical-align: middle; }
.bar i { display: block; height: 14px; background: var(--s0); border-radius: 2px; min-width: 1px; }
.bar i, .legend i, .parts i, .heat td, .delta i { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.heat { table-layout: fixed; font-variant-numeric: tabular-nums; } .heat th, .heat td { border: 1px solid var(--paper); padding: 2px; text-align: center; overflow: hidden; }
.heat th:first-child { width: 116px; text-align: left; font-weight: 400; } .heat .size { width: 64px; text-align: right; padding-right: 8px; }
.heat thead th, .heat thead th:first-child { font-weight: 600; white-space: normal; } .heat .cell { background-color: var(--plain); font-size: 11px; }
.heat .running, .heat + .legend i.running { opacity: 1;
  background-image: repeating-linear-gradient(135deg, transparent 0 4px, var(--paper) 4px 5px); }
.heat .running span { background-color: inherit; padding: 0 2px; }
ul { margin: 4px 0; padding-left: 20px; }
.delta { width: 120px; } .delta div { position: relative; height: 14px; border-left: 1px solid var(--line); margin-left: 50%; }
.delta i { position: absolute; top: 0; height: 14px; border-radius: 2px; } .delta .more { left: 0; background: #d55e00; } .delta .less { right: 100%; background: #0072b2; }
@container (max-width: 1000px) { .heat .cell span { display: none; } .heat td { height: 20px; } }
@container (max-width: 700px) { .heat .size, .heat thead th:not(:first-child) { display: none; } .heat th:first-child { width: 88px; } }
@container (max-width: 460px) { .x span:nth-child(even) { visibility: hidden; } .bars.long th { white-space: normal; width: 40%; } }
`;

const NARROW_RULES = `
main { display: flex; flex-wrap: wrap; } section { flex: 1 1 100%; } section.stat { flex: 1 1 40%; }
section.stat:has(.figure ~ .figure) { flex-basis: 100%; }
`;

const PRINT = `
@media print { body { padding: 0; max-width: none; zoom: .75; } section.stat, .chart, .map { break-inside: avoid; } h2, h3, section > .facts { break-after: avoid; } }
`;

/** Colours of pictures that a page has. */
function scaleColors(html: string, isDark: boolean): string {
  return [
    html.includes('var(--map-') ? mapColors(isDark) : '',
    html.includes('var(--heat-') ? heatProperties(isDark) : '',
  ].join(' ');
}

/** Colours as asked, else as the reader's device is set; on paper always light. */
function colorsFor(theme: 'light' | 'dark' | undefined, html: string): string {
  const colors = (isDark: boolean): string => `${isDark ? DARK : LIGHT} ${scaleColors(html, isDark)}`;
  const plain = `:root { color-scheme: ${theme ?? 'light'}; ${colors(theme === 'dark')} }`;
  if (theme !== undefined) return plain;
  return `${plain}\n@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${colors(true)} } }`;
}

/** The style sheet of a report. @param html what it is for */
export function stylesFor(theme: 'light' | 'dark' | undefined, html: string): string {
  const narrow = `@media screen and (max-width: ${NARROW}px) {${NARROW_RULES}}
@media (max-width: 480px) { body { padding: 12px; } .words { font-size: 17px; } .figure b { font-size: 20px; } }`;
  return `${colorsFor(theme, html)}${RULES}${narrow}${PRINT}${listRules(html)}`;
}
