import type { GateResult } from '../model/quality';
import { betterThanRecency } from './better-than-recency';
import { count, counted } from './wording';
import { GATE_THRESHOLDS as AT_LEAST } from './thresholds';

/** What is known of the data and of the model before a score is shown. */
export interface GateFacts {
  customers: number;
  /** Days of regular trade, from the first to the last. */
  historyDays: number;
  horizonDays: number;
  /** Training rows with each outcome; absent before training. */
  training?: { returned: number; stayedAway: number };
  /** Customers who bought on two days or more. */
  repeatCustomers: number;
  /** Days from the last day of regular trade to the day that scores are asked for; 0 or less: none missing. */
  daysBehind: number;
  /** ROC-AUC on the test cut, with the standard error of the model's; absent before training. */
  test?: { modelAuc: number; recencyAuc: number; standardError: number };
}

/**
 * Which conditions for trusting scores hold, hard ones first. Facts that are absent or no numbers count as not enough
 * where they are needed, and leave their gate out where they come only with training.
 */
export function checkGates(facts: GateFacts): GateResult[] {
  const results = [
    customers(facts.customers),
    history(facts, AT_LEAST.horizonsAtLeast, true),
    ...(facts.training ? outcomes(facts.training, facts.horizonDays) : []),
    history(facts, AT_LEAST.horizonsWished, false),
    repeatCustomers(facts.repeatCustomers),
    recencyOfData(facts.daysBehind),
    ...(facts.test ? [betterThanRecency(facts.test)] : []),
  ];
  return [...results.filter(({ hard }) => hard), ...results.filter(({ hard }) => !hard)];
}

/** The gates that fail and forbid a score. */
export function hardFailures(results: readonly GateResult[]): GateResult[] {
  return results.filter(({ passed, hard }) => hard && !passed);
}

function customers(actual: number): GateResult {
  const required = AT_LEAST.customers;
  return result('customers', true, actual, required, {
    holds: `${count(actual)} customers: enough to learn from.`,
    fails:
      `There are ${counted(actual, 'customer', 'customers')}, fewer than the ${required} that a score needs: ` +
      `load more of the order history, or wait for ${counted(required - known(actual), 'more customer', 'more customers')}.`,
  });
}

function history({ historyDays, horizonDays }: GateFacts, horizons: number, hard: boolean): GateResult {
  const required = horizons * horizonDays;
  const missing = Math.ceil(required - known(historyDays));
  const shorter = Math.floor(known(historyDays) / horizons);
  const less = shorter >= 1 ? `, or set the horizon to ${counted(shorter, 'day', 'days')} or less` : '';
  const why = hard ? 'a score needs' : 'a test on later customers needs';
  return result('history', hard, historyDays, required, {
    holds: `${count(historyDays)} days of regular trade: at least ${horizons} horizons of ${horizonDays} days.`,
    fails:
      `There are ${counted(historyDays, 'day', 'days')} of regular trade, but ${why} ${count(required)} ` +
      `(${horizons} horizons of ${horizonDays} days): needs ${counted(missing, 'more day', 'more days')} of orders${less}.`,
  });
}

function outcomes({ returned, stayedAway }: NonNullable<GateFacts['training']>, horizonDays: number): GateResult[] {
  const oneKind = known(stayedAway) < AT_LEAST.eachClass && known(returned) >= AT_LEAST.eachClass;
  return [
    oneKind ? tooFewStayedAway(stayedAway, horizonDays) : tooFewReturned(returned, AT_LEAST.eachClass, true),
    tooFewReturned(returned, AT_LEAST.returners, false),
  ];
}

function tooFewReturned(actual: number, required: number, hard: boolean): GateResult {
  const then = hard ? 'so that there is almost nothing to tell apart' : 'so that probabilities are rough';
  return result('returners', hard, actual, required, {
    holds: `${count(actual)} training customers came back: enough to learn from.`,
    fails:
      `${counted(actual, 'training customer', 'training customers')} came back within the horizon, fewer than ${required}, ` +
      `${then}: needs ${count(required - known(actual))} more; load more history or choose a longer horizon.`,
  });
}

function tooFewStayedAway(actual: number, horizonDays: number): GateResult {
  const required = AT_LEAST.eachClass;
  return result('returners', true, actual, required, {
    holds: '',
    fails:
      `Only ${counted(actual, 'training customer', 'training customers')} stayed away for ${horizonDays} days, fewer than ` +
      `${required}: nearly everyone comes back, so that there is almost nothing to tell apart; choose a shorter horizon.`,
  });
}

function repeatCustomers(actual: number): GateResult {
  const required = AT_LEAST.repeatCustomers;
  return result('repeat_customers', false, actual, required, {
    holds: `${count(actual)} customers have bought on two days or more.`,
    fails:
      `${counted(actual, 'customer has', 'customers have')} bought on two days or more, fewer than ${required}: order gaps ` +
      `and values rest on a few persons; needs ${counted(required - known(actual), 'more repeat customer', 'more repeat customers')}.`,
  });
}

function recencyOfData(actual: number): GateResult {
  const required = AT_LEAST.daysBehind;
  const passed = actual <= required;
  return {
    gate: 'recency_of_data',
    required,
    actual,
    passed,
    hard: false,
    message: passed
      ? 'The orders reach up to the day of the scores.'
      : `The orders end ${Number.isFinite(actual) ? counted(actual, 'day', 'days') : 'an unknown time'} before the day of ` +
        `the scores, more than ${required} days: who bought since then looks as if gone; load the latest orders.`,
  };
}

function result(
  gate: GateResult['gate'],
  hard: boolean,
  actual: number,
  required: number,
  texts: { holds: string; fails: string },
): GateResult {
  const passed = actual >= required;
  const message = sentence(passed ? texts.holds : texts.fails);
  return { gate, required, actual: known(actual), passed, hard, message };
}

function known(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

/** With a capital first letter, as some begin with a count that may be "no". */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
