import { FIGURES, type Figure } from './playbook';

export const PLACEHOLDER = /\{([^{}]*)\}/g;

/** What may stand in braces in a title or detail; `value` is short for value_if_returns. */
export const PLACEHOLDERS: readonly string[] = ['value', 'segment', ...Object.keys(FIGURES)];

/** The figure that a placeholder stands for. */
export function figureOf(name: string): Figure | undefined {
  if (name === 'value') return 'value_if_returns';
  return isFigure(name) ? name : undefined;
}

export function isFigure(name: string): name is Figure {
  return Object.hasOwn(FIGURES, name);
}
