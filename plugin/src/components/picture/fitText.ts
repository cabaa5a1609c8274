import { textWidth } from './textWidth';

/** The text, cut with an ellipsis where it is wider than `width` pixels; empty where not even two letters fit. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const letters = [...text];
  while (letters.length > 2) {
    letters.pop();
    const cut = `${letters.join('').trimEnd()}…`;
    if (textWidth(cut, fontSize) <= width) return cut;
  }
  return '';
}
