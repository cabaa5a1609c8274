import { DEFAULT_LANGUAGE, segmentName, type InLanguages, type Language } from '../../contract';
import type { Reason } from '../reasons';
import { formatted } from '../reasons/format';
import { FIGURES, type Channel, type Choice, type Figure, type Playbook, type PlaybookCustomer } from './playbook';
import { figureOf, PLACEHOLDER } from './placeholders';

export interface Action {
  /** Name of the rule that fitted. */
  rule: string;
  title: string;
  detail: string;
  channel: Channel;
  budgetShare?: number;
}

/** How many reasons count as a customer's top ones, and how heavy they must be against all that move the score. */
const TOP_REASONS = 3;
const LEAST_SHARE = 0.05;

/** The reasons that a playbook looks at: the three heaviest that lower the chance of coming back. */
export function topReasons(reasons: readonly Reason[]): Reason[] {
  const total = reasons.reduce((sum, { contribution }) => sum + Math.abs(contribution), 0);
  return reasons
    .filter(({ contribution }) => contribution > 0 && contribution >= LEAST_SHARE * total)
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, TOP_REASONS);
}

/**
 * The action of the first rule that fits the customer.
 *
 * @throws Error when no rule fits, which a parsed playbook rules out
 */
export function actionFor(playbook: Playbook, customer: PlaybookCustomer): Action {
  const words = wordsOf(customer);
  const found = playbook.rules.find(
    ({ choices, bounds }) =>
      [...choices].every(([choice, wanted]) => words[choice].some((word) => wanted.includes(word))) &&
      [...bounds].every(([figure, { min, max }]) => isWithin(customer.figures[figure], min, max)),
  );
  if (!found) throw new Error('The playbook has no rule for everyone else.');
  const { rule, title, detail, channel, budgetShare } = found;
  const action = { rule, title: fill(title, customer), detail: fill(detail, customer), channel };
  return budgetShare === undefined ? action : { ...action, budgetShare };
}

function wordsOf({ segment, band, status, reasons }: PlaybookCustomer): Record<Choice, readonly string[]> {
  return {
    segment: [segment],
    band: [band],
    status: [status],
    reason: reasons.flatMap(({ feature, group }) => [feature, group]),
  };
}

function isWithin(value: number | undefined, min: number, max: number): boolean {
  return value !== undefined && value >= min && value <= max;
}

const UNKNOWN: InLanguages<string> = { en: '(unknown)', 'pt-BR': '(não se sabe)' };

function fill(text: string, { segment, figures, language = DEFAULT_LANGUAGE }: PlaybookCustomer): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string) => {
    if (name === 'segment') return segmentName(segment, language);
    const figure = figureOf(name);
    return figure ? written(figure, figures[figure], language) : whole;
  });
}

function written(figure: Figure, value: number | undefined, language: Language): string {
  if (value === undefined || !Number.isFinite(value)) return UNKNOWN[language];
  return formatted(value, FIGURES[figure], language);
}
