import { measureText } from '@grafana/ui';

/** Width in px of a text as the page writes it. @param weight of the font */
export type Measure = (text: string, weight: number) => number;

/** Of Grafana's body text, in em, which a measured text does not have. */
const LETTER_SPACING = 0.011;

/** Measures texts of a size in px. */
export const measureOf =
  (fontSize: number): Measure =>
  (text, weight) =>
    measureText(text, fontSize, weight).width + text.length * LETTER_SPACING * fontSize;
