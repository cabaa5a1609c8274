import { numberOr, recordOf, textOf, type Fields, type Language, type SavedPanel } from '../../../contract';
import type { PlainField, PlainValue } from '../cells';
import type { ReportPanel } from '../content';
import { escapeHtml } from '../escape';
import { plainParagraphs } from '../plain-words';
import { WORDS } from '../wording';
import { BAND, bars, lineChart, sparkline } from './charts';
import { columnsOf } from './columns';
import { shownFields } from './fields';
import { numberText, valueText } from './values';

/** Rows that a table shows before it says that there are more. */
const MOST_ROWS = 50;
/** Lines that can be told apart. */
const MOST_LINES = 6;
const LINES = ['timeseries', 'churnwatch-forecast-panel'];
const BARS = ['bargauge', 'piechart', 'barchart'];

/** What a panel shows, as HTML: figures, lines over time, bars or a table; in words where there is nothing. */
export function panelBody(panel: ReportPanel, language: Language): string {
  if (panel.words !== '') return wordsOf(panel.words);
  const errors = panel.errors.map((error) => `<p class="error">${escapeHtml(error)}</p>`).join('');
  const frames = shownFields(panel);
  if (frames.length === 0) return errors === '' ? `<p class="none">${WORDS[language].nothing}</p>` : errors;
  return errors + pictureOf(panel.panel, frames, language);
}

function pictureOf({ type, options }: SavedPanel, frames: readonly PlainField[][], language: Language): string {
  if (type === 'stat')
    return `<div class="figures">${frames.map((fields) => figures(fields, language)).join('')}</div>`;
  const drawn = frames
    .map((fields) => (isOverTime(type, options) ? lines(fields, language) : undefined))
    .filter(isText);
  if (drawn.length > 0) {
    const tables = frames.map((fields) => table(fields, language)).join('');
    return `${drawn.join('')}<details><summary>${WORDS[language].numbers}</summary>${tables}</details>`;
  }
  const barred = BARS.includes(type) ? barsOf(frames, options, language) : undefined;
  return barred ?? frames.map((fields) => table(columnsOf(type, fields), language)).join('');
}

/** Bars that stand for moments are drawn as a line, which has room for all of them. */
const isOverTime = (type: string, { xField }: Fields): boolean => LINES.includes(type) || xField === 'time';

const isText = (text: string | undefined): text is string => text !== undefined;

const wordsOf = (markdown: string): string =>
  plainParagraphs(markdown)
    .map((one) => `<p class="words">${escapeHtml(one)}</p>`)
    .join('');

function figures(fields: readonly PlainField[], language: Language): string {
  return fields
    .filter(({ isNumber }) => isNumber)
    .map(({ name, remark, values, unit, decimals }) => {
      const last = values.findLast((value) => typeof value === 'number');
      const text = typeof last === 'number' ? numberText(last, unit, language, decimals) : '–';
      return `<div class="figure"><span>${escapeHtml(remark ?? name)}</span><b>${escapeHtml(text)}</b>${sparkline(values)}</div>`;
    })
    .join('');
}

function lines(fields: readonly PlainField[], language: Language): string | undefined {
  const time = fields.find(({ isTime }) => isTime);
  const all = fields.filter(({ isNumber, key }) => isNumber && key !== 'anomalous');
  // Of several forecasts the ranges would hide each other.
  const series = all.length > MOST_LINES ? all.filter(({ key }) => !BAND.test(key)) : all;
  const drawn = series.slice(0, MOST_LINES).filter(({ values }) => values.some((value) => typeof value === 'number'));
  return time && drawn.length > 0 && time.values.length > 1 ? lineChart(time, drawn, language) : undefined;
}

/**
 * One bar per row where a field names the rows (the one that the panel's options name, or else a text), or one per number
 * where labels name these.
 */
function barsOf(frames: readonly PlainField[][], options: Fields, language: Language): string | undefined {
  const [all = []] = frames;
  const names =
    all.find(({ key, name }) => [key, name].includes(textOf(options.xField))) ??
    all.find(({ isNumber, isTime }) => !isNumber && !isTime);
  const fields = all.filter((field) => field !== names);
  const numbers = frames.flat().filter((field) => field.isNumber && field !== names);
  const measure = numbers[0];
  if (!measure) return undefined;
  const comparable = fields.filter(({ isNumber, unit }) => isNumber && unit === measure.unit);
  const rows = names
    ? names.values.flatMap((name, i) => barsIn(valueText(name, names, language), i, comparable))
    : numbers.map(({ name, values }) => ({ name, value: values.at(-1) }));
  const known = rows.flatMap(({ name, value }) => (typeof value === 'number' ? [{ name, value }] : []));
  const most = Math.min(MOST_ROWS, numberOr(recordOf(options.reduceOptions).limit, MOST_ROWS));
  return known.length > 0 ? bars(known.slice(0, most), measure.unit, language) : undefined;
}

/** The bars of one row: of several series only those that have one there, and by their names where these are several. */
function barsIn(name: string, row: number, series: readonly PlainField[]): { name: string; value: PlainValue }[] {
  const there = series.flatMap((one) => {
    const value = one.values[row];
    return typeof value === 'number' ? [{ series: one.name, value }] : [];
  });
  return there.map(({ series: of, value }) => ({ name: series.length > 1 ? `${name} (${of})` : name, value }));
}

function table(fields: readonly PlainField[], language: Language): string {
  const length = fields[0]?.values.length ?? 0;
  const shown = Math.min(length, MOST_ROWS);
  // Of what happened over time the latest is what readers look for.
  const isOverTime = fields[0] !== undefined && isForward(fields[0]);
  const first = isOverTime ? length - shown : 0;
  const head = fields
    .map(({ name, isNumber }) => `<th scope="col"${classOf(isNumber)}>${escapeHtml(headOf(name, language))}</th>`)
    .join('');
  const rows = Array.from({ length: shown }, (_, row) => {
    const cells = fields.map((field) => {
      const text = valueText(field.values[first + row] ?? null, field, language);
      return `<td${classOf(field.isNumber)}>${escapeHtml(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const count = (n: number): string => numberText(n, '', language);
  const { rows: firstOf, lastRows } = WORDS[language];
  const cut = (isOverTime ? lastRows : firstOf)(count(shown), count(length));
  const more = length > shown ? `<p class="more">${escapeHtml(cut)}</p>` : '';
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>${more}`;
}

const classOf = (isNumber: boolean): string => (isNumber ? ' class="number"' : '');

/** A list may begin with its latest row, a history never does. */
function isForward({ isTime, values }: PlainField): boolean {
  const [first, last] = [values[0], values.at(-1)];
  return isTime && typeof first === 'number' && typeof last === 'number' && last > first;
}

/** A field of times that is called nothing else. */
const headOf = (name: string, language: Language): string => (name === 'time' ? WORDS[language].date : name);
