import { PLACEHOLDER, PLACEHOLDERS, isFigure } from './placeholders';
import { CHANNELS, CHOICES, FIGURES, type Bounds, type Choice, type Figure, type PlaybookRule } from './playbook';
import { mapping, number, oneOf, PlaybookError, text, type Place } from './reading';

const LONGEST = { rule: 60, title: 80, detail: 400 };
const MOST_WORDS = 50;
const LARGEST = 1e9;

const CONDITIONS = [...Object.keys(CHOICES), ...Object.keys(FIGURES)];

/** @throws PlaybookError */
export function readRule(value: unknown, file: string, position: number): PlaybookRule {
  const entries = mapping(value, `${file}, rule ${position}`, ['rule', 'when', 'action']);
  const rule = text(entries.rule, `${file}, rule ${position}, rule`, LONGEST.rule);
  const place = `${file}, rule ${position} "${rule}"`;
  const action = mapping(entries.action, `${place}, action`, ['title', 'detail', 'channel', 'budget_share']);
  const budget = action.budget_share;
  return {
    rule,
    ...(entries.when === undefined ? { choices: new Map(), bounds: new Map() } : conditions(entries.when, place)),
    title: template(action.title, `${place}, action.title`, LONGEST.title),
    detail: template(action.detail, `${place}, action.detail`, LONGEST.detail),
    channel: oneOf(action.channel, `${place}, action.channel`, CHANNELS),
    ...(budget === undefined ? {} : { budgetShare: number(budget, `${place}, action.budget_share`, 0, 1) }),
  };
}

function conditions(value: unknown, place: Place): Pick<PlaybookRule, 'choices' | 'bounds'> {
  const when = mapping(value, `${place}, when`, CONDITIONS);
  const choices = new Map<Choice, readonly string[]>();
  const bounds = new Map<Figure, Bounds>();
  for (const [key, condition] of Object.entries(when)) {
    const here = `${place}, when.${key}`;
    if (isFigure(key)) bounds.set(key, readBounds(condition, here));
    else if (isChoice(key)) choices.set(key, readWords(condition, here, CHOICES[key]));
  }
  if (choices.size + bounds.size === 0)
    throw new PlaybookError(`${place}, when: there is no condition; give one of ${CONDITIONS.join(', ')}.`);
  return { choices, bounds };
}

function isChoice(key: string): key is Choice {
  return Object.hasOwn(CHOICES, key);
}

function readWords(value: unknown, place: Place, known: readonly string[]): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0 || list.length > MOST_WORDS)
    throw new PlaybookError(`${place}: a list must hold 1 to ${MOST_WORDS} of ${known.join(', ')}.`);
  return list.map((word) => oneOf(word, place, known));
}

function readBounds(value: unknown, place: Place): Bounds {
  const entries = mapping(value, place, ['min', 'max']);
  if (entries.min === undefined && entries.max === undefined)
    throw new PlaybookError(`${place}: give a min, a max or both.`);
  const end = (key: 'min' | 'max', absent: number): number =>
    entries[key] === undefined ? absent : number(entries[key], `${place}.${key}`, -LARGEST, LARGEST);
  const [min, max] = [end('min', -Infinity), end('max', Infinity)];
  if (min > max) throw new PlaybookError(`${place}: min ${min} lies above max ${max}, so that nobody fits.`);
  return { min, max };
}

function template(value: unknown, place: Place, longest: number): string {
  const found = text(value, place, longest);
  for (const [whole, name = ''] of found.matchAll(PLACEHOLDER))
    if (!PLACEHOLDERS.includes(name))
      throw new PlaybookError(`${place}: ${whole} is not known; there may be {${PLACEHOLDERS.join('}, {')}}.`);
  return found;
}
