import type { Text } from '../../contract';

/**
 * Characters that a person's text has no use for, and that can make it look like another: controls other than tab and
 * line break, line and paragraph separators, halves of pairs, and what hides or turns text around.
 */
const HOSTILE = /(?![\t\n])\p{Cc}|[\p{Zl}\p{Zp}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const LINE_BREAKS = /[\t\n]/;

/**
 * A text that somebody wrote, without white space around it; or what is wrong with it.
 *
 * @param name what it is, for messages
 * @param lines whether it may have several lines
 */
export function writtenText(
  name: Text,
  value: string,
  most: number,
  lines = false,
): { text: string } | { problem: Text } {
  const text = value.replaceAll('\r\n', '\n').trim();
  if (text.length > most) {
    const problem = {
      en: `${name.en} has ${text.length} characters; at most ${most} are taken.`,
      'pt-BR': `${name['pt-BR']}: ${text.length} caracteres; no máximo ${most} são aceitos.`,
    };
    return { problem };
  }
  if (HOSTILE.test(text) || (!lines && LINE_BREAKS.test(text))) {
    const problem = {
      en: `${name.en} has characters that cannot be shown, such as control characters; leave them out.`,
      'pt-BR': `${name['pt-BR']}: há caracteres que não podem ser mostrados, como os de controle; retire-os.`,
    };
    return { problem };
  }
  return { text };
}
