/** Widths of Inter's letters in parts of the font size, a little rounded up. */
const WIDTHS: ReadonlyArray<[RegExp, number]> = [
  [/[ijlI1.,:;'|()\s-]/, 0.31],
  [/[frt]/, 0.39],
  [/[mwMW@%]/, 0.91],
  [/[A-Z0-9$&]/, 0.69],
];
const OTHERS = 0.61;

/**
 * About how wide a text is, in pixels, at a font size in Grafana's typeface (Inter). Rounded up rather than down: it decides
 * whether a label fits before anything is drawn.
 */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((width, letter) => width + letterWidth(letter), 0) * fontSize;
}

function letterWidth(letter: string): number {
  return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHERS;
}
