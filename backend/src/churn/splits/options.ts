import { addDays, DAY_MS, isDay, startOf, ToldError, type Text } from '../../contract';

export interface SplitOptions {
  /** First and last day of regular trade, `YYYY-MM-DD`. */
  firstDay: string;
  lastDay: string;
  /** Days after a cut that its labels look at. */
  horizonDays: number;
  /** Days between neighbouring cuts, default 30. */
  spacingDays?: number;
  /** History that features need before a cut, in days; default 30. */
  historyDays?: number;
  /** Where the test is made; by default the last cut whose horizon is complete. */
  testCut?: string;
  /** Validation cuts at most, default 3. */
  validationCuts?: number;
  /** Validation cuts at least, default 1; 0 lets a short history do without. */
  fewestValidationCuts?: number;
  /** Training cuts per fold at most, the latest ones; default 12. */
  trainingCuts?: number;
  /** A cut with fewer customers is not used; default 1, needs `customersAt`. */
  fewestCustomers?: number;
  /** Customers known at the end of a day; not looked at when absent. */
  customersAt?: (cut: string) => number;
}

export type ResolvedOptions = Required<Omit<SplitOptions, 'customersAt'>> & Pick<SplitOptions, 'customersAt'>;

/** A history that cannot be split; the message says what is missing and what to do. */
export class SplitError extends ToldError {
  override readonly name = 'SplitError';

  constructor(
    text: string | Text,
    /** Days between the first and the last day that would do; absent when length is not what is wrong. */
    readonly requiredDays?: number,
  ) {
    super(text);
  }
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / DAY_MS);
}

/** Fills in what was not given. @throws SplitError for what makes no sense */
export function resolveOptions(options: SplitOptions): ResolvedOptions {
  const { firstDay, lastDay, horizonDays } = options;
  for (const day of [firstDay, lastDay, options.testCut])
    if (day !== undefined && !isDay(day)) throw new SplitError(`"${day}" is no day: write it as YYYY-MM-DD.`);
  const resolved = {
    spacingDays: 30,
    historyDays: 30,
    validationCuts: 3,
    fewestValidationCuts: 1,
    trainingCuts: 12,
    fewestCustomers: 1,
    ...options,
  };
  const { spacingDays, historyDays, validationCuts, trainingCuts, fewestValidationCuts } = resolved;
  wholeNumber({ horizonDays, spacingDays, trainingCuts }, 1);
  wholeNumber({ historyDays, validationCuts, fewestValidationCuts }, 0);
  if (fewestValidationCuts > validationCuts)
    throw new SplitError(
      `At least ${fewestValidationCuts} validation cuts, but at most ${validationCuts}: choose one.`,
    );
  if (lastDay < firstDay) throw new SplitError(`The last day ${lastDay} lies before the first, ${firstDay}.`);
  return { ...resolved, testCut: options.testCut ?? addDays(lastDay, -horizonDays) };
}

function wholeNumber(given: Readonly<Record<string, number>>, least: number): void {
  for (const [name, value] of Object.entries(given))
    if (!Number.isInteger(value) || value < least)
      throw new SplitError(`${name} is ${value}: give a whole number from ${least}.`);
}
