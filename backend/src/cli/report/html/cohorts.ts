import {
  heatClassOf,
  heatColors,
  heatScale,
  MOST_HEAT_CLASSES,
  readableOn,
  textOf,
  type Fields,
  type HeatScale,
  type Language,
} from '../../../contract';
import type { PlainField } from '../cells';
import { escapeHtml } from '../escape';
import { localeOf, WORDS } from '../wording';
import { scaleFor } from './scales';
import { numberText } from './values';

interface Cell {
  value: number;
  /** False while the period still runs. */
  complete: boolean;
}

interface Cohort {
  /** First moment of the first period, in ms. */
  start: number;
  customers: number;
  /** By periods since the first purchase. */
  cells: Map<number, Cell>;
}

const MEASURES = ['retention', 'customers', 'revenue'];

/**
 * Cohorts as a heat map: a row for each, a column for each period after the first purchase, in the colours of the panel.
 * Undefined where the fields tell of none.
 */
export function cohortMap(fields: readonly PlainField[], options: Fields, language: Language): string | undefined {
  const field = (key: string): PlainField | undefined => fields.find((one) => one.key === key);
  const measure = MEASURES.find((one) => one === textOf(options.measure)) ?? 'retention';
  const [start, period, size, value] = ['cohort', 'period', 'cohort_customers', measure].map(field);
  if (!start || !period || !size || !value) return undefined;
  const cohorts = cohortsIn({ start, period, size, value, complete: field('complete') });
  const later = Math.max(0, ...cohorts.flatMap(({ cells }) => [...cells.keys()]));
  const scale = heatScale(
    cohorts.flatMap(({ customers, cells }) =>
      [...cells].flatMap(([since, cell]) =>
        since > 0 ? [{ value: cell.value, weight: measure === 'retention' ? customers : 1 }] : [],
      ),
    ),
    measure === 'customers',
  );
  if (later === 0 || scale.bounds.length === 0) return undefined;
  const months = new Intl.DateTimeFormat(localeOf(language), { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const write = writerOf(value, cohorts, language);
  const words = WORDS[language];
  const heads = Array.from({ length: later }, (_, n) => `<th scope="col">${n + 1}</th>`);
  const whole = measure === 'retention' ? togetherIn(cohorts) : new Map<number, Cell>();
  const all = Array.from({ length: later }, (_, n) => cellHtml(whole.get(n + 1), scale, write));
  const first =
    whole.size === 0
      ? ''
      : `<tr><th scope="row">${escapeHtml(words.allCohorts)}</th><td class="size"></td>${all.join('')}</tr>`;
  const rows = cohorts.map(({ start: begun, customers, cells }) => {
    const drawn = Array.from({ length: later }, (_, n) => cellHtml(cells.get(n + 1), scale, write));
    return `<tr><th scope="row">${escapeHtml(months.format(begun))}</th><td class="size">${numberText(customers, '', language)}</td>${drawn.join('')}</tr>`;
  });
  return `<p class="facts">${escapeHtml(words.cohorts(nameWithUnit(value)))}</p>
<table class="heat"><thead><tr><th scope="col">${escapeHtml(start.name)}</th><th scope="col" class="size">${escapeHtml(size.name)}</th>${heads.join('')}</tr></thead><tbody>${first}${rows.join('')}</tbody></table>
${legendOf(scale, value.unit, cohorts, language)}`;
}

type Columns = Record<'start' | 'period' | 'size' | 'value', PlainField> & { complete: PlainField | undefined };

function cohortsIn({ start, period, size, value, complete }: Columns): Cohort[] {
  const known = new Map<number, Cohort>();
  start.values.forEach((begun, row) => {
    const [since, amount] = [period.values[row], value.values[row]];
    if (typeof begun !== 'number' || typeof since !== 'number') return;
    const cohort = known.get(begun) ?? { start: begun, customers: Number(size.values[row] ?? 0), cells: new Map() };
    known.set(begun, cohort);
    cohort.cells.set(since, { value: Number(amount ?? 0), complete: complete?.values[row] !== false });
  });
  return [...known.values()].sort((one, other) => one.start - other.start);
}

/** What share of all cohorts came back in each period, of those whose period is over: young ones have had no time for it. */
function togetherIn(cohorts: readonly Cohort[]): Map<number, Cell> {
  const sums = new Map<number, { of: number; back: number }>();
  for (const { customers, cells } of cohorts) {
    for (const [since, { value, complete }] of cells) {
      const { of = 0, back = 0 } = sums.get(since) ?? {};
      if (complete) sums.set(since, { of: of + customers, back: back + value * customers });
    }
  }
  const shares = [...sums].map(
    ([since, { of, back }]) => [since, { value: of > 0 ? back / of : 0, complete: true }] as const,
  );
  return new Map(shares);
}

const SIGNS: Readonly<Record<string, string>> = { percentunit: ' (%)', currencyBRL: ' (R$)' };

const nameWithUnit = ({ name, unit }: PlainField): string => name + (SIGNS[unit] ?? '');

type Writer = (value: number) => string;

/** Numbers without their unit, which stands above: there is little room in a cell. */
function writerOf({ unit }: PlainField, cohorts: readonly Cohort[], language: Language): Writer {
  const later = cohorts.flatMap(({ cells }) => [...cells].flatMap(([since, { value }]) => (since > 0 ? [value] : [])));
  const { factor } = scaleFor(unit, Math.max(0, ...later), language);
  const decimals = unit === 'percentunit' ? 2 : factor === 1 ? 0 : 1;
  return (value) => (value === 0 ? '0' : numberText(value * factor, '', language, decimals));
}

function cellHtml(cell: Cell | undefined, scale: HeatScale, write: Writer): string {
  if (!cell) return '<td></td>';
  const index = heatClassOf(cell.value, scale);
  const classes = ['cell', ...(cell.complete ? [] : ['running'])].join(' ');
  const style = index === undefined ? '' : ` style="${heatStyle(scale, index)}"`;
  return `<td class="${classes}"${style}><span>${escapeHtml(write(cell.value))}</span></td>`;
}

const nameOf = (count: number, index: number): string => `--heat-${count}-${index}`;

function heatStyle({ bounds }: HeatScale, index: number): string {
  const name = nameOf(bounds.length + 1, index);
  return `background-color:var(${name});color:var(${name}-ink)`;
}

/** The style properties of a page for the colours of heat maps, each with the one in which text on it can be read. */
export function heatProperties(isDark: boolean): string {
  const counts = Array.from({ length: MOST_HEAT_CLASSES - 1 }, (_, n) => n + 2);
  return counts
    .flatMap((count) =>
      heatColors(count, isDark).map((color, index) => {
        const name = nameOf(count, index);
        return `${name}: ${color}; ${name}-ink: ${readableOn(color)};`;
      }),
    )
    .join(' ');
}

/** What the colours stand for, and the looks of what is not over. */
function legendOf(scale: HeatScale, unit: string, cohorts: readonly Cohort[], language: Language): string {
  const { to, over, running } = WORDS[language].heat;
  const { bounds } = scale;
  const written = (bound: number): string => {
    const { factor, text } = scaleFor(unit, bounds.at(-1) ?? 0, language);
    const isFine = bounds.some((one) => !Number.isInteger(Number((one * factor * 10).toPrecision(9))));
    return text(bound * factor, isFine ? 2 : factor === 1 ? 0 : 1);
  };
  const texts = [...bounds.map((bound) => to(written(bound))), over(written(bounds.at(-1) ?? 0))];
  const items = texts.map((text, index) => {
    return `<li><i class="swatch" style="${heatStyle(scale, index)}"></i>${escapeHtml(text)}</li>`;
  });
  const isRunning = cohorts.some(({ cells }) => [...cells].some(([since, { complete }]) => since > 0 && !complete));
  const still = isRunning ? `<li><i class="swatch running"></i>${escapeHtml(running)}</li>` : '';
  return `<ul class="legend">${items.join('')}${still}</ul>`;
}
