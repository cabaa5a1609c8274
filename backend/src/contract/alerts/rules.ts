import { isAbsent, SettingsError } from '../settings-error';

/** The rules by which early warnings are made. They are told in docs/early-warnings.md. */
export interface WarningRules {
  /** A customer at high risk leaves it when the odds of coming back are above its threshold by this share. */
  hysteresis: number;
  /** Customers are warned of whose value should they return (R$) is at least this; absent: the median of all customers. */
  valueFrom?: number;
  /** A customer is not warned of again within so many days, as the data counts them. */
  coolDownDays: number;
  /** So many warnings for each segment and day of the data; further ones are counted, but not made. */
  dailyLimit: number;
  /** So large a share of the customers warned of is left alone, to compare the others with. */
  holdOutShare: number;
}

export const DEFAULT_WARNING_RULES: WarningRules = {
  hysteresis: 0.1,
  coolDownDays: 30,
  dailyLimit: 25,
  holdOutShare: 0.1,
};

/** The most that each rule can be set to. */
const MOST: Readonly<Record<keyof WarningRules, number>> = {
  hysteresis: 10,
  valueFrom: 1e12,
  coolDownDays: 3_650,
  dailyLimit: 100_000,
  holdOutShare: 0.5,
};

const WHOLE: readonly (keyof WarningRules)[] = ['coolDownDays', 'dailyLimit'];

/**
 * The setting `earlyWarnings`, with defaults for what is absent.
 *
 * @throws SettingsError naming the rule, what is wrong with it and what may stand there
 */
export function readWarningRules(value: unknown): WarningRules {
  if (isAbsent(value)) return DEFAULT_WARNING_RULES;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SettingsError(
      `earlyWarnings must be an object such as {"dailyLimit": 25}, not ${JSON.stringify(value)}.`,
    );
  }
  const given: Record<string, unknown> = { ...value };
  const unknown = Object.keys(given).find((name) => !(name in MOST));
  if (unknown !== undefined) {
    throw new SettingsError(`earlyWarnings.${unknown} is not known; known: ${Object.keys(MOST).join(', ')}.`);
  }
  const read = (name: keyof WarningRules): number | undefined =>
    isAbsent(given[name]) ? DEFAULT_WARNING_RULES[name] : ruleOf(name, given[name]);
  const { hysteresis, coolDownDays, dailyLimit, holdOutShare } = DEFAULT_WARNING_RULES;
  const valueFrom = read('valueFrom');
  return {
    hysteresis: read('hysteresis') ?? hysteresis,
    coolDownDays: read('coolDownDays') ?? coolDownDays,
    dailyLimit: read('dailyLimit') ?? dailyLimit,
    holdOutShare: read('holdOutShare') ?? holdOutShare,
    ...(valueFrom === undefined ? {} : { valueFrom }),
  };
}

function ruleOf(name: keyof WarningRules, value: unknown): number {
  const number = typeof value === 'boolean' ? Number.NaN : Number(value);
  const whole = WHOLE.includes(name);
  const fits = number >= 0 && number <= MOST[name] && (!whole || Number.isInteger(number));
  if (fits) return number;
  const what = whole ? 'a whole number' : 'a number';
  throw new SettingsError(
    `earlyWarnings.${name} must be ${what} from 0 to ${MOST[name]}, not ${JSON.stringify(value)}.`,
  );
}
