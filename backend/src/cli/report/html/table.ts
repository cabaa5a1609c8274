import type { Language } from '../../../contract';
import type { PlainField, PlainValue } from '../cells';
import { escapeHtml } from '../escape';
import { WORDS } from '../wording';
import { numberText, valueText } from './values';

/** Rows that a table shows before it says that there are more. */
export const MOST_ROWS = 50;

/** A table with the width in px below which its columns would be squeezed. */
export interface Table {
  html: string;
  leastWidth: number;
}

/** Width of a letter of a table's font, about, and what stands around the text of a cell; in px. */
const LETTER = 6.6;
const AROUND = 14;
/** Texts are broken into lines, but sentences need some width to be read. */
const TEXT = { sentence: 160, from: 40 };
/** Width of a column of small pictures, in px. */
const PICTURE = 120;
/** Widths in px are rounded up to multiples of this, so that tables share their style rules. */
const WIDTH_STEP = 10;

/** A longer table shows some of its rows, and the others where they are unfolded. */
const UNFOLDED = { most: 30, some: 15 };

/** The fields as a table: the latest rows of what happened over time, the first ones of anything else. */
export function tableOf(fields: readonly PlainField[], language: Language): Table {
  const { first, shown, isOverTime, more } = rowsShown(fields, language);
  const columns = columnsIn(fields, first, shown, language);
  if (shown <= UNFOLDED.most) {
    const { html, leastWidth } = columnsTable(columns);
    return { html: html + more, leastWidth };
  }
  const part = (from: number, to?: number): Column[] =>
    columns.map((column) => ({ ...column, texts: column.texts.slice(from, to) }));
  const cut = isOverTime ? shown - UNFOLDED.some : UNFOLDED.some;
  const [seen, rest] = isOverTime ? [part(cut), part(0, cut)] : [part(0, cut), part(cut)];
  const { html, leastWidth } = columnsTable(seen, leastWidthOfAll(columns));
  const words = WORDS[language].furtherRows(numberText(shown - UNFOLDED.some, '', language));
  const others = columnsTable(rest, leastWidth).html;
  return { html: `${html}<details><summary>${words}</summary>${others}${more}</details>`, leastWidth };
}

/** The fields as a table to look numbers up in, which scrolls where it is too wide: its picture has been seen. */
export function numbersTable(fields: readonly PlainField[], language: Language): string {
  const { first, shown, more } = rowsShown(fields, language);
  const { html } = columnsTable(columnsIn(fields, first, shown, language), 0);
  const label = escapeHtml(WORDS[language].numbers);
  return `<div class="scroll" role="region" tabindex="0" aria-label="${label}">${html}</div>${more}`;
}

/** Which rows are shown, and words about those that are not. */
function rowsShown(fields: readonly PlainField[], language: Language) {
  const length = fields[0]?.values.length ?? 0;
  const shown = Math.min(length, MOST_ROWS);
  // Of what happened over time the latest is what readers look for.
  const isOverTime = fields[0] !== undefined && isForward(fields[0]);
  const count = (n: number): string => numberText(n, '', language);
  const { rows: firstOf, lastRows } = WORDS[language];
  const cut = (isOverTime ? lastRows : firstOf)(count(shown), count(length));
  const more = length > shown ? `<p class="more">${escapeHtml(cut)}</p>` : '';
  return { first: isOverTime ? length - shown : 0, shown, isOverTime, more };
}

const columnsIn = (fields: readonly PlainField[], first: number, shown: number, language: Language): Column[] =>
  fields.map((field) => {
    const values = Array.from({ length: shown }, (_, row) => field.values[first + row] ?? null);
    const decimals = decimalsOf(field, values);
    const texts = values.map((value) => valueText(value, { ...field, decimals }, language));
    return { head: headOf(field.name, language), isNumber: field.isNumber, texts };
  });

/** Sums of money that need no cents need none in the whole column. */
function decimalsOf({ unit, decimals }: PlainField, values: readonly PlainValue[]): number | undefined {
  if (decimals !== undefined || unit !== 'currencyBRL') return decimals;
  return values.some((value) => typeof value === 'number' && Math.abs(value) >= 1_000) ? 0 : 2;
}

export interface Column {
  head: string;
  isNumber: boolean;
  /** True where the texts are HTML of small pictures, which a list of rows leaves out. */
  isPicture?: boolean;
  /** One for each row. */
  texts: readonly string[];
}

/** Columns of texts as a table that becomes a list where there is less room than it needs. */
export function columnsTable(columns: readonly Column[], leastWidth = leastWidthOfAll(columns)): Table {
  const head = columns.map(({ head, isNumber }) => `<th scope="col"${classOf(isNumber)}>${escapeHtml(head)}</th>`);
  const rows = (columns[0]?.texts ?? []).map((_, row) => {
    const cells = columns.map(({ head, isNumber, isPicture, texts }) => {
      if (isPicture) return `<td class="delta" aria-hidden="true">${texts[row] ?? ''}</td>`;
      return `<td${classOf(isNumber)} data-head="${escapeHtml(head)}">${escapeHtml(texts[row] ?? '')}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const html = `<table class="w${stepOf(leastWidth)}"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return { html, leastWidth };
}

const leastWidthOfAll = (columns: readonly Column[]): number =>
  Math.ceil(columns.reduce((sum, column) => sum + leastWidthOf(column), 0));

/** Where lines may be broken: not at a space that is meant to hold. */
const SPACES = /[ \n-]+/;

/** What cannot be broken: words of the head, and numbers; of other texts the longest word, or what a sentence needs. */
function leastWidthOf({ head, isNumber, isPicture, texts }: Column): number {
  if (isPicture) return PICTURE;
  const longest = (all: readonly string[]): number => Math.max(0, ...all.map((one) => one.length));
  const words = longest(head.split(SPACES));
  if (isNumber) return Math.max(words, longest(texts)) * LETTER + AROUND;
  const isSentence = texts.some(({ length }) => length > TEXT.from);
  const pieces = texts.flatMap((text) => text.split(SPACES));
  return Math.max(Math.max(words, longest(pieces)) * LETTER, isSentence ? TEXT.sentence : 0) + AROUND;
}

const stepOf = (width: number): number => Math.ceil(width / WIDTH_STEP) * WIDTH_STEP;

/** The style rules by which the tables of a page become lists where there is less room than they need: nothing is cut off. */
export function listRules(html: string): string {
  const widths = [...html.matchAll(/<table class="w(\d+)">/g)].map(([, width]) => Number(width));
  const used = [...new Set(widths)].filter((width) => width > 0).sort((a, b) => a - b);
  return used
    .map((width) => `@container (max-width: ${width - 1}px) {\n${LIST.replaceAll('&', `.w${width}`)}\n}`)
    .join('\n');
}

/** A row as a list of cells below each other, each with the name of its column before it. */
const LIST = `&, & tbody, & tr { display: block; } & thead { display: none; }
& tr { border-bottom: 1px solid var(--line); padding: 6px 0; } & td:first-child { font-weight: 600; }
& td, & td.number { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 12px; border: 0; padding: 1px 0;
  text-align: left; overflow-wrap: anywhere; }
& td.number { white-space: normal; } & td.delta { display: none; } & td::before { content: attr(data-head); color: var(--faint); }`;

const classOf = (isNumber: boolean): string => (isNumber ? ' class="number"' : '');

/** A list may begin with its latest row, a history never does. */
function isForward({ isTime, values }: PlainField): boolean {
  const [first, last] = [values[0], values.at(-1)];
  return isTime && typeof first === 'number' && typeof last === 'number' && last > first;
}

/** A field of times that is called nothing else. */
const headOf = (name: string, language: Language): string => (name === 'time' ? WORDS[language].date : name);
