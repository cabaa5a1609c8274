import type { Text } from '../language';

/** Instead of an id: the active customer with the most revenue at risk, or of all where none is active. */
export const MOST_AT_STAKE: Text = { en: 'most at stake', 'pt-BR': 'mais em jogo' };

/** Whether this names that customer, in any language. */
export function meansMostAtStake(wanted: string): boolean {
  return Object.values<string>(MOST_AT_STAKE).includes(wanted.trim().toLowerCase());
}
