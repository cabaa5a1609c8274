import { DEFAULT_LANGUAGE, type InLanguages, type Language } from '../../contract';

/** From this share of all that moves the score a reason is called clear; below the other, negligible. */
const CLEAR = 0.2;
const NEGLIGIBLE = 0.01;

interface DirectionWords {
  none: string;
  /** Whether a further order gets likelier, and whether clearly so. */
  moves(likelier: boolean, clearly: boolean): string;
}

const WORDS: InLanguages<DirectionWords> = {
  en: {
    none: 'This makes hardly any difference.',
    moves: (likelier, clearly) =>
      `This makes a further order ${clearly ? 'clearly ' : ''}${likelier ? 'likelier' : 'less likely'}.`,
  },
  'pt-BR': {
    none: 'Isso quase não faz diferença.',
    moves: (likelier, clearly) =>
      `Isso torna um novo pedido ${clearly ? 'claramente ' : ''}${likelier ? 'mais' : 'menos'} provável.`,
  },
};

/**
 * Which way a contribution to the churn probability pulls, as a sentence.
 *
 * @param total sum of the sizes of all contributions
 */
export function directionOf(contribution: number, total: number, language: Language = DEFAULT_LANGUAGE): string {
  const words = WORDS[language];
  const weight = total > 0 ? Math.abs(contribution) / total : 0;
  // Written so that a contribution that is no number is negligible as well.
  if (!(weight >= NEGLIGIBLE)) return words.none;
  return words.moves(!(contribution > 0), weight >= CLEAR);
}
