import { dayOf, startOf, type InLanguages, type Language, type PlainShade } from '../../contract';
import type { ReportContent } from './content';

/** The words of a report that is made without a browser. */
interface Words {
  asOf(day: string): string;
  loaded(moment: string, generation: string): string;
  made(moment: string): string;
  sample: string;
  nothing: string;
  rows(shown: string, all: string): string;
  lastRows(shown: string, all: string): string;
  date: string;
  yes: string;
  no: string;
  numbers: string;
  missing(count: string, all: string): string;
  /** What a map shows. */
  map(measure: string): string;
  /** Why a state of a map has no colour. */
  shades: Record<PlainShade, string>;
  noCustomers: string;
  customers: string;
  noScores: string;
  largest(drawn: string, all: string): string;
  unplaced(count: string): string;
  /** What a heat map of cohorts shows. */
  cohorts(measure: string): string;
  allCohorts: string;
  heat: { to(value: string): string; over(value: string): string; running: string };
  /** Rows that are folded away. */
  furtherRows(count: string): string;
}

export const WORDS: InLanguages<Words> = {
  en: {
    asOf: (day) => `customers judged as of ${day}`,
    loaded: (moment, generation) => `data loaded ${moment} (${generation})`,
    made: (moment) => `made ${moment}`,
    sample: 'Generated sample data, not a real shop.',
    nothing: 'No data in this time range.',
    rows: (shown, all) => `The first ${shown} of ${all} rows. A report that ends in .csv has all of them.`,
    lastRows: (shown, all) => `The last ${shown} of ${all} rows. A report that ends in .csv has all of them.`,
    date: 'Date',
    yes: 'yes',
    no: 'no',
    numbers: 'The numbers',
    missing: (count, all) => `This report lacks ${count} of ${all} panels:`,
    map: (measure) => `Map of Brazil: ${measure}`,
    shades: { zero: 'None in this range', unknown: 'Not known', absent: 'No customers' },
    noCustomers: 'no customers here',
    customers: 'customers',
    noScores: 'No churn model serves yet: the risk is not known.',
    largest: (drawn, all) => `Largest ${drawn} of ${all} cities`,
    unplaced: (count) => `${count} without a known place`,
    cohorts: (measure) => `${measure} by the number of periods since the first purchase`,
    allCohorts: 'All cohorts',
    heat: { to: (value) => `to ${value}`, over: (value) => `over ${value}`, running: 'period still running' },
    furtherRows: (count) => `${count} further rows`,
  },
  'pt-BR': {
    asOf: (day) => `clientes avaliados em ${day}`,
    loaded: (moment, generation) => `dados carregados em ${moment} (${generation})`,
    made: (moment) => `gerado em ${moment}`,
    sample: 'Dados de exemplo gerados, não de uma loja real.',
    nothing: 'Não há dados neste período.',
    rows: (shown, all) => `As primeiras ${shown} de ${all} linhas. Um relatório que termina em .csv traz todas.`,
    lastRows: (shown, all) => `As últimas ${shown} de ${all} linhas. Um relatório que termina em .csv traz todas.`,
    date: 'Data',
    yes: 'sim',
    no: 'não',
    numbers: 'Os números',
    missing: (count, all) => `Faltam ${count} de ${all} partes deste relatório:`,
    map: (measure) => `Mapa do Brasil: ${measure}`,
    shades: { zero: 'Nada neste período', unknown: 'Não se sabe', absent: 'Sem clientes' },
    noCustomers: 'nenhum cliente aqui',
    customers: 'clientes',
    noScores: 'Ainda não há modelo de abandono: o risco não é conhecido.',
    largest: (drawn, all) => `As ${drawn} maiores de ${all} cidades`,
    unplaced: (count) => `${count} sem lugar conhecido`,
    cohorts: (measure) => `${measure} pelo número de períodos desde a primeira compra`,
    allCohorts: 'Todas as coortes',
    heat: { to: (value) => `até ${value}`, over: (value) => `acima de ${value}`, running: 'período em andamento' },
    furtherRows: (count) => `Mais ${count} linhas`,
  },
};

const LOCALES: InLanguages<string> = { en: 'en-US', 'pt-BR': 'pt-BR' };

export const localeOf = (language: Language): string => LOCALES[language];

const days = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' });

/** The time range in days: `Sep 1, 2016 – Aug 31, 2018`. */
export function rangeText({ range, language }: Pick<ReportContent, 'range' | 'language'>): string {
  // A range that ends at midnight ends with the day before.
  return days(language).formatRange(range.from, Math.max(range.from, range.to - 1));
}

export function dayText(ms: number, language: Language): string {
  return days(language).format(ms);
}

export function momentText(ms: number, language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(ms)} UTC`;
}

/** Which data a report speaks of: as-of date, generation, when it was made. */
export function factsOf(content: ReportContent, now: number): string[] {
  const { language, asOf, builtAt, generation } = content;
  const words = WORDS[language];
  return [
    ...(asOf === '' ? [] : [words.asOf(dayText(startOf(asOf), language))]),
    words.loaded(momentText(Date.parse(builtAt) || 0, language), generation),
    words.made(momentText(now, language)),
  ];
}

/** What stands at the foot of each printed page. */
export function footerOf(content: ReportContent): string {
  const { title, asOf, generation, language, sample } = content;
  const words = WORDS[language];
  const day = asOf === '' ? dayOf(content.range.to) : asOf;
  const parts = [title, rangeText(content), words.asOf(dayText(startOf(day), language)), generation];
  return [...parts, ...(sample ? [words.sample] : [])].join(' · ');
}
