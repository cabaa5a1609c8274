import { wilsonInterval } from '../../churn/evaluation';
import { READ_OUT_COLUMNS, type Frame, type InLanguages, type Language, type ReadOutColumn } from '../../contract';
import type { Row } from '../../warehouse/engine';
import { tableOf, type CellKind } from '../churn/cells';
import { bind, where, type Condition } from '../filters';
import { configured } from './field-config';
import { newcombe, type Share } from './newcombe';
import type { WarningSource } from './source';

/** Those acted on, all who were shown to the team, and those who were left alone. */
export const READ_OUT_GROUPS = ['acted', 'shown', 'held_out'] as const;
export type ReadOutGroup = (typeof READ_OUT_GROUPS)[number];

export interface Counted extends Share {
  /** Warnings whose horizon has not passed yet. */
  pending: number;
}

export type ReadOut = Record<ReadOutGroup, Counted>;

const IN_GROUP: Readonly<Record<ReadOutGroup, string>> = {
  acted: 'NOT held_out AND acted_at IS NOT NULL',
  shown: 'NOT held_out',
  held_out: 'held_out',
};

/**
 * Who came back, by group. Only warnings whose horizon has passed, by the data that is known, are counted: else those
 * who come back soon would weigh too much.
 */
export async function readOut(source: WarningSource, conditions: readonly Condition[]): Promise<ReadOut> {
  const over = "horizon_end <= (SELECT coalesce(max(as_of), DATE '0001-01-01') FROM rescorings)";
  const counts = READ_OUT_GROUPS.map(
    (group) => `count(*) FILTER (${IN_GROUP[group]} AND is_over) AS ${group}_customers,
      count(*) FILTER (${IN_GROUP[group]} AND is_over AND returned_on IS NOT NULL) AS ${group}_hits,
      count(*) FILTER (${IN_GROUP[group]} AND NOT is_over) AS ${group}_pending`,
  ).join(', ');
  const sql = `SELECT ${counts} FROM (SELECT *, ${over} AS is_over FROM warnings
    ${where(...conditions.map((one) => one.sql))})`;
  const [row] = await source.rows(sql, bind({}, ...conditions));
  return { acted: countedIn(row, 'acted'), shown: countedIn(row, 'shown'), held_out: countedIn(row, 'held_out') };
}

function countedIn(row: Row | undefined, group: ReadOutGroup): Counted {
  const read = (name: string): number => Number(row?.[`${group}_${name}`] ?? 0);
  return { customers: read('customers'), hits: read('hits'), pending: read('pending') };
}

/** The share who came back; null before anybody's horizon has passed. */
export const shareOf = ({ hits, customers }: Share): number | null => (customers === 0 ? null : hits / customers);

/** The difference of two shares; null before both are known. */
export const differenceOf = (one: Share, other: Share): number | null =>
  one.customers === 0 || other.customers === 0 ? null : newcombe(one, other).difference;

const KINDS: Readonly<Record<ReadOutColumn, CellKind>> = {
  group: 'text',
  customers: 'number',
  returned: 'number',
  return_share: 'number',
  lower_95: 'number',
  upper_95: 'number',
  pending: 'number',
  text: 'text',
};

interface Words {
  cameBack(counted: Share): string;
  noHorizon: string;
  noHorizonInOne: string;
  more: string;
  fewer: string;
  noDifference: string;
}

const WORDS: InLanguages<Words> = {
  en: {
    cameBack: ({ hits, customers }) => `${hits} of ${customers} came back.`,
    noHorizon: 'Too early to tell: no horizon has passed yet.',
    noHorizonInOne: 'Too early to tell: no horizon has passed yet in one of the two groups.',
    more: 'More came back than of those left alone; chance alone hardly explains it.',
    fewer: 'Fewer came back than of those left alone; chance alone hardly explains it.',
    noDifference: 'No difference can be told from chance yet.',
  },
  'pt-BR': {
    cameBack: ({ hits, customers }) => `${hits} de ${customers} ${hits === 1 ? 'voltou' : 'voltaram'}.`,
    noHorizon: 'Cedo demais para dizer: nenhum horizonte passou ainda.',
    noHorizonInOne: 'Cedo demais para dizer: em um dos dois grupos nenhum horizonte passou ainda.',
    more: 'Voltaram mais do que entre os que não foram contatados; o acaso dificilmente explica isso.',
    fewer: 'Voltaram menos do que entre os que não foram contatados; o acaso dificilmente explica isso.',
    noDifference: 'Ainda não há diferença que se distinga do acaso.',
  },
};

type Cells = Record<ReadOutColumn, string | number | null>;

/** The table of the read-out: see READ_OUT_COLUMNS. */
export function readOutFrame(read: ReadOut, language: Language): Frame {
  const words = WORDS[language];
  const rows: Cells[] = [
    ...READ_OUT_GROUPS.map((group) => groupRow(group, read[group], words)),
    differenceRow('acted_difference', read.acted, read.held_out, words),
    differenceRow('shown_difference', read.shown, read.held_out, words),
  ];
  return configured(tableOf('read_out', READ_OUT_COLUMNS, KINDS, rows));
}

function groupRow(group: ReadOutGroup, counted: Counted, words: Words): Cells {
  const { customers, hits: returned, pending } = counted;
  const known = customers > 0 ? wilsonInterval(returned, customers) : undefined;
  const text = known ? words.cameBack(counted) : words.noHorizon;
  return {
    group,
    customers,
    returned,
    return_share: shareOf(counted),
    lower_95: known?.low ?? null,
    upper_95: known?.high ?? null,
    pending,
    text,
  };
}

function differenceRow(group: string, one: Counted, other: Counted, words: Words): Cells {
  const customers = one.customers + other.customers;
  const pending = one.pending + other.pending;
  const empty = { group, customers, returned: one.hits + other.hits, pending };
  if (one.customers === 0 || other.customers === 0) {
    return { ...empty, return_share: null, lower_95: null, upper_95: null, text: words.noHorizonInOne };
  }
  const { difference, lower, upper } = newcombe(one, other);
  return { ...empty, return_share: difference, lower_95: lower, upper_95: upper, text: verdict(lower, upper, words) };
}

function verdict(lower: number, upper: number, { more, fewer, noDifference }: Words): string {
  if (lower > 0) return more;
  return upper < 0 ? fewer : noDifference;
}
