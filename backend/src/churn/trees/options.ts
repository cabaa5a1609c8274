import { TrainingError } from './errors';

export interface NumberRule {
  from: number;
  to: number;
  /** Whether only whole numbers will do. */
  whole?: boolean;
}

/** @throws TrainingError naming the first option that is out of its range, and the range. */
export function checkOptions<T>(options: T, rules: { readonly [K in keyof T]?: NumberRule }): void {
  for (const name in rules) {
    const value = options[name];
    const rule = rules[name];
    if (rule === undefined || fits(value, rule)) continue;
    const kind = rule.whole ? 'a whole number' : 'a number';
    throw new TrainingError(
      `The option ${name} must be ${kind} from ${rule.from} to ${rule.to}, not ${String(value)}.`,
    );
  }
}

function fits(value: unknown, { from, to, whole }: NumberRule): boolean {
  return typeof value === 'number' && value >= from && value <= to && (!whole || Number.isInteger(value));
}
