import type { InLanguages, Language } from '../../../contract';
import { localeOf } from '../wording';
import { SUFFIX } from './values';

/** How numbers of one size are written, such as those of an axis: all of them in the same unit. */
export interface Scale {
  /** What a value is multiplied by before it is written. */
  factor: number;
  /** A value that was multiplied, with so many decimals. */
  text(scaled: number, decimals: number): string;
}

/** From which size on numbers are written in a larger unit: its factor and its name. */
type Steps = readonly (readonly [from: number, factor: number, name: string])[];

interface Sizes {
  count: Steps;
  money: Steps;
}

const SIZES: InLanguages<Sizes> = {
  en: sizesIn('k', 'M', 'B'),
  'pt-BR': sizesIn(' mil', ' mi', ' bi'),
};

function sizesIn(thousand: string, million: string, billion: string): Sizes {
  const large: Steps = [
    [999_950_000, 1e-9, billion],
    [999_950, 1e-6, million],
  ];
  const thousands = (from: number): Steps[number] => [from, 1e-3, thousand];
  return { count: [...large, thousands(9_999.5), [0, 1, '']], money: [...large, thousands(999.5), [0, 1, '']] };
}

const SECONDS: Steps = [
  [7_200, 1 / 3_600, ' h'],
  [120, 1 / 60, ' min'],
  [1, 1, ' s'],
  [0, 1_000, ' ms'],
];
const HOURS: Steps = [
  [48, 1 / 24, ' d'],
  [2, 1, ' h'],
  [0, 60, ' min'],
];
const BYTES: Steps = [
  [1e9, 1e-9, ' GB'],
  [1e6, 1e-6, ' MB'],
  [1e3, 1e-3, ' kB'],
  [0, 1, ' B'],
];

const PLAIN: Readonly<Record<string, Steps>> = {
  percentunit: [[0, 100, '%']],
  percent: [[0, 1, '%']],
  s: SECONDS,
  h: HOURS,
  decbytes: BYTES,
  d: [[0, 1, ' d']],
};

/** How values up to a size are written in a unit of Grafana's. */
export function scaleFor(unit: string, largest: number, language: Language): Scale {
  const [, factor, name] = stepsOf(unit, language).find(([from]) => largest >= from) ?? [0, 1, ''];
  const money = unit === 'currencyBRL' ? 'R$ ' : '';
  return {
    factor,
    text: (scaled, decimals) => {
      // Nothing is nothing, however fine the others are.
      if (scaled === 0) return `${money}0${isSize(name, unit) ? '' : name}`;
      const digits = new Intl.NumberFormat(localeOf(language), {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(Math.abs(scaled));
      return `${scaled < 0 ? '-' : ''}${money}${digits}${name}`;
    },
  };
}

/** `k` and `M` only say how large a number is; 0 is none of it. */
const isSize = (name: string, unit: string): boolean => !(unit in PLAIN) && !unit.startsWith(SUFFIX) && name !== '';

function stepsOf(unit: string, language: Language): Steps {
  if (unit.startsWith(SUFFIX)) return [[0, 1, unit.slice(SUFFIX.length)]];
  return PLAIN[unit] ?? SIZES[language][unit === 'currencyBRL' ? 'money' : 'count'];
}

const TRACE = 0.001;

/**
 * A number as short as a label must be: `R$ 15.7k`, `R$ 1.2M`, `95.0k`, `41.2%`; in Portuguese `R$ 1,2 mi`. What is counted
 * has no decimals.
 */
export function shortText(value: number, unit: string, language: Language): string {
  const { factor, text } = scaleFor(unit, Math.abs(value), language);
  // A trace is not nothing.
  if (unit === 'percentunit' && value > 0 && value < TRACE / 2) return `<${text(TRACE * factor, 1)}`;
  const isCount = factor === 1 && unit !== 'currencyBRL' && !(unit in PLAIN);
  if (isCount) return text(value, Number.isInteger(value) ? 0 : 1);
  return text(value * factor, unit === 'currencyBRL' && factor === 1 ? 2 : 1);
}
