import { numberOr, recordOf, recordsIn, textOf, type Fields, type Language, type SavedPanel } from '../../../contract';
import type { PlainField } from '../cells';
import type { ReportPanel } from '../content';
import { escapeHtml } from '../escape';
import { plainParagraphs } from '../plain-words';
import { WORDS } from '../wording';
import { barsOf } from './bars-of';
import { lineChart, sparkline } from './charts';
import { cohortMap } from './cohorts';
import { columnsOf } from './columns';
import { customerBody } from './customer';
import { shownFields } from './fields';
import { lifecycleChart } from './lifecycle';
import { mapOf } from './map';
import { FRAMING, groupOf } from './ranges';
import { scatterChart } from './scatter';
import { segmentBar } from './segments';
import { numbersTable, tableOf, type Table } from './table';
import { numberText } from './values';

/** Lines that can be told apart. */
const MOST_LINES = 6;
const FORECAST = 'churnwatch-forecast-panel';
const LINES = ['timeseries', FORECAST];
const BARS = ['bargauge', 'piechart', 'barchart'];

/** What a panel shows, and the width in px that it cannot do without. */
export type PanelBody = Table;

const body = (html: string, leastWidth = 0): PanelBody => ({ html, leastWidth });

/** What a panel shows, as HTML: figures, lines over time, bars, a map or a table; in words where there is nothing. */
export function panelBody(panel: ReportPanel, language: Language): PanelBody {
  if (panel.words !== '') return body(wordsOf(panel.words));
  const errors = panel.errors.map((error) => `<p class="error">${escapeHtml(error)}</p>`).join('');
  const frames = shownFields(panel, language);
  if (frames.length === 0) return body(errors === '' ? `<p class="none">${WORDS[language].nothing}</p>` : errors);
  const { html, leastWidth } = pictureOf(panel, frames, language);
  return body(errors + html, leastWidth);
}

function pictureOf(panel: ReportPanel, frames: readonly PlainField[][], language: Language): PanelBody {
  const { type, options } = panel.panel;
  if (type === 'stat') {
    return body(`<div class="figures">${frames.map((fields) => figures(fields, options, language)).join('')}</div>`);
  }
  const bars = BARS.includes(type) ? barsOf(frames, panel.panel, language) : undefined;
  return (
    OWN[type]?.(panel, frames, language) ??
    linesOf(panel.panel, frames, language) ??
    (bars === undefined ? undefined : body(bars)) ??
    tables(
      frames.map((fields) => columnsOf(type, fields)),
      language,
    )
  );
}

type Picture = (panel: ReportPanel, frames: readonly PlainField[][], language: Language) => PanelBody | undefined;

/** Pictures that only one type of panel has; undefined where the answer does not hold what they need. */
const OWN: Readonly<Record<string, Picture>> = {
  'churnwatch-churnscore-panel': ({ panel, frames }, _, language) => {
    const customer = customerBody(frames, panel.options, language);
    return customer === undefined ? undefined : body(customer);
  },
  'churnwatch-map-panel': ({ panel, chosen }, frames, language) => {
    const map = mapOf(frames, panel.options, chosen, language);
    return map && body(map.html + unfolded([map.numbers], language));
  },
  'churnwatch-cohorts-panel': ({ panel }, frames, language) => {
    const map = cohortMap(frames[0] ?? [], panel.options, language);
    return map === undefined ? undefined : body(map + unfolded(frames, language));
  },
  'churnwatch-lifecycle-panel': ({ frames: [frame] }, frames, language) => {
    const chart = lifecycleChart(frames[0] ?? [], textOf(frame?.meta?.custom?.asOf), language);
    return chart === undefined ? undefined : body(chart + unfolded(frames, language));
  },
  'churnwatch-segments-panel': (_, [segments = [], ...others], language) => {
    const bar = segmentBar(segments, language);
    if (bar === undefined) return undefined;
    const { html, leastWidth } = tableOf(segments, language);
    return body(bar + html + (others.length > 0 ? unfolded(others, language) : ''), leastWidth);
  },
  xychart: ({ panel }, frames, language) => {
    const chart = scatterChart(frames[0] ?? [], panel.options, linesIn(panel), language);
    return chart === undefined ? undefined : body(chart + unfolded(frames, language));
  },
};

/** Fields that an XY chart draws as lines. */
const linesIn = ({ fieldConfig }: SavedPanel): string[] =>
  recordsIn(fieldConfig.overrides)
    .filter(({ properties }) =>
      recordsIn(properties).some(({ id, value }) => id === 'custom.show' && value === 'lines'),
    )
    .map(({ matcher }) => textOf(recordOf(matcher).options));

/** The numbers of a picture, for who wants them exact. */
function unfolded(frames: readonly (readonly PlainField[])[], language: Language): string {
  const all = frames.map((fields) => numbersTable(fields, language));
  return `<details><summary>${WORDS[language].numbers}</summary>${all.join('')}</details>`;
}

function tables(frames: readonly (readonly PlainField[])[], language: Language): PanelBody {
  const all = frames.map((fields) => tableOf(fields, language));
  return body(all.map(({ html }) => html).join(''), Math.max(...all.map(({ leastWidth }) => leastWidth)));
}

/** Sentences are what a panel of words is read for; points of a list explain something. */
const wordsOf = (markdown: string): string =>
  plainParagraphs(markdown)
    .map((one) => {
      const points = one.split(/\n(?=- )/);
      if (!points.every((point) => point.startsWith('- '))) return `<p class="words">${escapeHtml(one)}</p>`;
      return `<ul>${points.map((point) => `<li>${escapeHtml(point.slice(2).trim())}</li>`).join('')}</ul>`;
    })
    .join('');

/** Grafana's colours of good and bad news. */
const VERDICTS = ['green', 'red', 'orange'];

/** Figures with what is said of them; a name that repeats the title is left out where the panel does so. */
function figures(fields: readonly PlainField[], { textMode }: Fields, language: Language): string {
  return fields
    .filter(({ isNumber }) => isNumber)
    .map(({ name, remark, values, unit, decimals, color }) => {
      const last = values.findLast((value) => typeof value === 'number');
      const text = typeof last === 'number' ? numberText(last, unit, language, decimals) : '–';
      const said = remark ?? (textMode === 'value' ? '' : name);
      const verdict = VERDICTS.includes(color ?? '') ? ` class="${color}"` : '';
      return `<div class="figure">${said === '' ? '' : `<span>${escapeHtml(said)}</span>`}<b${verdict}>${escapeHtml(text)}</b>${sparkline(values)}</div>`;
    })
    .join('');
}

/** Bars that stand for moments are drawn as a line, which has room for all of them. */
const isOverTime = (type: string, { xField }: Fields): boolean => LINES.includes(type) || xField === 'time';

function linesOf(panel: SavedPanel, frames: readonly PlainField[][], language: Language): PanelBody | undefined {
  if (!isOverTime(panel.type, panel.options)) return undefined;
  const drawn = frames.flatMap((fields) => lines(fields, panel, language));
  if (drawn.length === 0) return undefined;
  const numbers = unfolded(
    drawn.map(({ fields }) => fields),
    language,
  );
  return body(drawn.map(({ html }) => html).join('') + numbers);
}

interface Drawn {
  html: string;
  /** Times, and the numbers of the lines. */
  fields: readonly PlainField[];
}

/** A chart for each unit: what is counted in another one would have no place on the axis. */
function lines(fields: readonly PlainField[], { type, fieldConfig }: SavedPanel, language: Language): Drawn[] {
  const time = fields.find(({ isTime }) => isTime);
  if (!time || time.values.length < 2) return [];
  const all = fields.filter(({ isNumber, key }) => isNumber && key !== 'anomalous');
  const known = all.filter(({ values }) => values.some((value) => typeof value === 'number'));
  const least = type === FORECAST ? 0 : numberOr(recordOf(fieldConfig.defaults).min, NaN);
  const series = type === FORECAST ? known.map(withoutLosses) : known;
  const units = [...new Set(series.map(({ unit }) => unit))];
  return units.map((unit) => {
    const told = toldApart(series.filter((one) => one.unit === unit));
    return { html: lineChart(time, told, language, least === 0), fields: [time, ...told] };
  });
}

/** So many lines as can be told apart; of several forecasts the ranges would hide each other. */
function toldApart(series: readonly PlainField[]): readonly PlainField[] {
  if (series.length <= MOST_LINES) return series;
  const told = series.filter(({ key }) => !FRAMING.test(key));
  const groups = [...new Set(told.map(groupOf))];
  if (groups.length < 2) return told.slice(0, MOST_LINES);
  return told.filter((one) => groups.indexOf(groupOf(one)) < MOST_LINES);
}

/** What is sold is never less than nothing, however wide a range is. */
const withoutLosses = (field: PlainField): PlainField => ({
  ...field,
  values: field.values.map((value) => (typeof value === 'number' ? Math.max(0, value) : value)),
});
