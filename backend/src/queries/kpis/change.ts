import type { KpiDefinition } from './definitions';

export interface Change {
  /** Relative change, or difference, as the definition says; null when there is nothing to compare with. */
  value: number | null;
  /** For people: "▲ 12.3 % on the period before". */
  text: string;
  /** Whether it is good news: by the figure's meaning, not by its sign. */
  verdict: 'good' | 'bad' | 'neutral';
}

/** Changes below this share (or difference) are said as "unchanged". */
const NOTHING = 0.0005;

/**
 * How a figure has changed against the period before.
 *
 * @param complete false when the data begins within the period before, which makes the comparison weak
 */
export function changeOf(
  { better, change }: KpiDefinition,
  value: number | null,
  previous: number | null,
  complete: boolean,
): Change {
  if (value === null || previous === null) return { value: null, text: 'no earlier period', verdict: 'neutral' };
  const difference = value - previous;
  const amount = change === 'relative' ? difference / previous : difference;
  if (!Number.isFinite(amount)) return { value: null, text: 'no earlier period', verdict: 'neutral' };
  const suffix = complete ? 'on the period before' : 'on an incomplete period before';
  if (Math.abs(amount) < NOTHING) return { value: amount, text: `unchanged ${suffix}`, verdict: 'neutral' };
  const good = amount > 0 === (better === 'up');
  return {
    value: amount,
    text: `${amount > 0 ? '▲' : '▼'} ${magnitude(change, Math.abs(amount))} ${suffix}`,
    verdict: good ? 'good' : 'bad',
  };
}

function magnitude(change: KpiDefinition['change'], amount: number): string {
  if (change === 'difference') return amount.toFixed(2);
  const percent = (amount * 100).toFixed(amount >= 1 ? 0 : 1);
  return change === 'relative' ? `${percent} %` : `${percent} points`;
}
