import { QueryError } from './query-error';
import { isDay } from './time-range';

/** An object in a request's body, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Most values of one list. */
const MAX_VALUES = 1_000;
const MAX_NUMBERS = 200;
const VARIABLE = /\$\{?[A-Za-z_]\w*|\[\[\w+/;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function numbers(name: string, value: unknown): Record<string, number> {
  if (!isFields(value)) throw new QueryError(`${name} must be an object such as {"recency_days": 30}.`);
  const entries = Object.entries(value);
  if (entries.length > MAX_NUMBERS) throw new QueryError(`${name} has more than ${MAX_NUMBERS} values.`);
  return Object.fromEntries(entries.map(([key, one]) => [key, finite(`${name}.${key}`, one)]));
}

export function finite(name: string, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  refuseVariable(name, value);
  throw new QueryError(`${name} must be a number, not ${show(value)}.`);
}

export function numberFrom({ name, min }: { name: string; min: number }, value: unknown): number {
  const number = finite(name, value);
  if (number >= min) return number;
  throw new QueryError(`${name} must be at least ${min}, not ${show(value)}.`);
}

export function boolean(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new QueryError(`${name} must be true or false, not ${show(value)}.`);
}

export function choice(name: string, value: unknown, choices: readonly { value: string }[]): string {
  const known = choices.find((one) => one.value === value);
  if (known) return known.value;
  refuseVariable(name, value);
  throw new QueryError(`${name} cannot be ${show(value)}; known: ${choices.map((one) => one.value).join(', ')}.`);
}

export function integer(spec: { name: string; min: number; max: number }, value: unknown): number {
  const number = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= spec.min && number <= spec.max) return number;
  refuseVariable(spec.name, value);
  throw new QueryError(`${spec.name} must be a whole number from ${spec.min} to ${spec.max}, not ${show(value)}.`);
}

export function day(name: string, value: unknown): string {
  const given = text(name, value, 64);
  if (isDay(given)) return given;
  throw new QueryError(`${name} must be a day such as 2018-06-30, not ${show(value)}.`);
}

export function text(name: string, value: unknown, maxLength: number): string {
  const given = plainText(name, value, maxLength);
  refuseVariable(name, given);
  return given;
}

/** Text in which a dollar sign need not be a variable. */
export function plainText(name: string, value: unknown, maxLength: number): string {
  if (typeof value !== 'string') throw new QueryError(`${name} must be text, not ${show(value)}.`);
  if (value.length > maxLength) throw new QueryError(`${name} is longer than ${maxLength} characters.`);
  return value;
}

export function list(name: string, value: unknown): unknown[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (values.length > MAX_VALUES) throw new QueryError(`${name} has more than ${MAX_VALUES} values.`);
  return values;
}

export function refuseVariable(name: string, value: unknown): void {
  const found = typeof value === 'string' ? VARIABLE.exec(value) : null;
  if (!found) return;
  const variable = show(found[0]);
  throw new QueryError({
    en:
      `${name} holds the variable ${variable}, which nobody replaced. Dashboard variables are replaced in the ` +
      'browser only: in an alert rule or a direct call, write the value itself.',
    'pt-BR':
      `${name} contém a variável ${variable}, que ninguém substituiu. Variáveis de painel são substituídas só no ` +
      'navegador: em uma regra de alerta ou chamada direta, escreva o próprio valor.',
  });
}

/** A value as a message names it: in JSON, cut off where it is long. */
export function show(value: unknown): string {
  const json = jsonOf(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // JSON is read however deep it is, and written only as deep as the stack.
    return 'a list or an object that is nested too deeply';
  }
}
