import { DEFAULT_LANGUAGE, type Language } from '../../contract';
import type { KpiDefinition } from './definitions';
import { CHANGE_WORDS, type ChangeWords } from './change-words';

export interface Change {
  /** Relative change, or difference, as the definition says; null when there is nothing to compare with. */
  value: number | null;
  /** For people: "▲ 12.3% vs period before". */
  text: string;
  /** Whether it is good news: by the figure's meaning, not by its sign. */
  verdict: 'good' | 'bad' | 'neutral';
}

/** Changes below this share (or difference) are said as "unchanged". */
const NOTHING = 0.0005;

export interface Comparison {
  value: number | null;
  /** The value one period before; null when there was nothing to count or average. */
  previous: number | null;
  /** False when the data begins within the period before, which makes the comparison weak. */
  complete: boolean;
  /** Set when all of the period before lies before the data: the first day of the data. */
  since?: string;
}

/** How a figure has changed against the period before. */
export function changeOf(
  { better, change }: KpiDefinition,
  { value, previous, complete, since }: Comparison,
  language: Language = DEFAULT_LANGUAGE,
): Change {
  const words = CHANGE_WORDS[language];
  if (value === null) return nothing(words.unknown);
  if (since !== undefined) return nothing(words.since(since));
  const difference = value - (previous ?? Number.NaN);
  const amount = change === 'relative' ? difference / (previous ?? Number.NaN) : difference;
  if (!Number.isFinite(amount)) return nothing(words.incomparable);
  const suffix = against(complete, words);
  if (Math.abs(amount) < NOTHING) return { value: amount, text: `${words.unchanged} ${suffix}`, verdict: 'neutral' };
  const text = `${amount > 0 ? '▲' : '▼'} ${magnitude(change, Math.abs(amount), words)} ${suffix}`;
  // Against a period of which the data covers only a part, growth is no achievement.
  return { value: amount, text, verdict: complete ? verdictOn(amount, better) : 'neutral' };
}

const verdictOn = (amount: number, better: KpiDefinition['better']): Change['verdict'] =>
  amount > 0 === (better === 'up') ? 'good' : 'bad';

const against = (complete: boolean, words: ChangeWords): string => (complete ? words.versusBefore : words.versusPart);

const nothing = (text: string): Change => ({ value: null, text, verdict: 'neutral' });

function magnitude(change: KpiDefinition['change'], amount: number, words: ChangeWords): string {
  if (change === 'difference') return words.decimal(amount, 2);
  const percent = words.decimal(amount * 100, amount >= 1 ? 0 : 1);
  return change === 'relative' ? `${percent}%` : words.points(percent);
}
