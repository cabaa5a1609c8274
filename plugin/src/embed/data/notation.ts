import { DAY_UNIT, MOMENT_UNIT, type InLanguages, type Language } from '@contract';
import { FieldType, type DataFrame, type DisplayValue } from '@grafana/data';
import { formatDayOf, formatUtcMoment } from '../../format/dates';

/** Units that Grafana shortens by thousands, whose short forms the app's own texts write in another way. */
const MONEY = 'currencyBRL';
const SHORTENED: readonly string[] = [MONEY, 'short'];
const SUFFIXES: InLanguages<Readonly<Record<string, string>>> = {
  en: { K: 'k', M: 'M', Mil: 'M', B: 'B', Bil: 'B', T: 'T', Tri: 'T' },
  'pt-BR': { K: ' mil', M: ' mi', Mil: ' mi', B: ' bi', Bil: ' bi', T: ' tri', Tri: ' tri' },
};
/** Lengths of time, as Grafana names them after their number. */
const PORTUGUESE_TIMES: Readonly<Record<string, string>> = {
  mins: 'min',
  hour: 'h',
  hours: 'h',
  day: 'dia',
  days: 'dias',
  week: 'semana',
  weeks: 'semanas',
  month: 'mês',
  months: 'meses',
  year: 'ano',
  years: 'anos',
};
/** How money is shortened to thousands in the app's own texts: Grafana alone would write R$ 92.90k and R$ 680k. */
const THOUSANDS = { suffix: 'K', size: 1_000, decimals: 1 };
/** A number as Grafana writes it, whatever the reader's language. */
const ENGLISH_NUMBER = /^[-−]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
const SWAPPED: Readonly<Record<string, string>> = { ',': '.', '.': ',' };

/**
 * The value in the notation of the language, which is that of the app's own texts beside it: for Grafana's `R$1.74K`
 * `R$ 1.7k`, in Portuguese `R$ 1,7 mil`. Texts that are no numbers stay as they are.
 */
export function inNotation(language: Language, value: DisplayValue, unit = '', decimals?: number | null): DisplayValue {
  return NOTATIONS[language](value, unit, decimals);
}

/** Lets the fields of frames, which must be of the caller's own making, write their values as the language does. */
export function writeInNotation(language: Language, frames: readonly DataFrame[]): void {
  for (const field of frames.flatMap(({ fields }) => fields)) {
    const { display, config, type } = field;
    // What is text already stands in the reader's notation.
    if (display && type !== FieldType.string)
      field.display = (value, decimals) =>
        inNotation(language, display(value, decimals), config.unit, decimals ?? config.decimals);
  }
}

type Notation = (value: DisplayValue, unit: string, decimals: number | null | undefined) => DisplayValue;

const NOTATIONS: InLanguages<Notation> = {
  en: (value, unit, decimals) =>
    SHORTENED.includes(unit) && ENGLISH_NUMBER.test(value.text)
      ? { ...value, text: thousands(value, unit, decimals), ...shortened('en', value) }
      : value,
  'pt-BR': (value, unit, decimals) => {
    // The moments of a day column are midnights in UTC.
    if (unit === DAY_UNIT && value.text !== '') return { ...value, text: formatDayOf(value.numeric, 'pt-BR') };
    if (unit === MOMENT_UNIT && value.text !== '') return { ...value, text: formatUtcMoment(value.numeric, 'pt-BR') };
    if (unit === 'locale') return countInPortuguese(value, decimals ?? 2);
    if (!ENGLISH_NUMBER.test(value.text)) return value;
    const text = thousands(value, unit, decimals).replace(/[.,]/g, (mark) => SWAPPED[mark] ?? mark);
    return { ...timed(value), text, ...(SHORTENED.includes(unit) ? shortened('pt-BR', value) : {}) };
  },
};

/** The text, in thousands of money with one decimal at most: where two were chosen, these are the cents of smaller amounts. */
function thousands({ text, numeric, suffix }: DisplayValue, unit: string, decimals: number | null | undefined): string {
  const { size } = THOUSANDS;
  if (unit !== MONEY || suffix !== THOUSANDS.suffix) return text;
  const sign = /^[-−]/.test(text) ? '-' : '';
  return `${sign}${(Math.abs(numeric) / size).toFixed(Math.min(decimals ?? THOUSANDS.decimals, THOUSANDS.decimals))}`;
}

function timed(value: DisplayValue): DisplayValue {
  const name = PORTUGUESE_TIMES[value.suffix?.trim() ?? ''];
  return name === undefined ? value : { ...value, suffix: ` ${name}` };
}

function shortened(language: Language, { prefix, suffix }: DisplayValue): Pick<DisplayValue, 'prefix' | 'suffix'> {
  const name = suffix?.trim() ?? '';
  return {
    ...(prefix === undefined ? {} : { prefix: prefix.replace(/R\$$/, 'R$ ') }),
    ...(suffix === undefined ? {} : { suffix: SUFFIXES[language][name] ?? suffix }),
  };
}

/** Grafana writes this unit in the notation of the browser, which may be any. */
function countInPortuguese(value: DisplayValue, decimals: number): DisplayValue {
  const digits = /^[-−]?[\d.,\s]+$/.test(value.text);
  return digits && Number.isFinite(value.numeric)
    ? { ...value, text: new Intl.NumberFormat('pt-BR', { maximumFractionDigits: decimals }).format(value.numeric) }
    : value;
}
