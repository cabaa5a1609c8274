import { CATEGORIES } from './categories';
import type { Catalogue } from './catalogue';
import { idField } from './csv';
import { exp, ln } from './portableMath';
import { Random } from './random';
import { STREAM } from './streams';

/** Products whose measures are missing. */
const UNMEASURED: readonly number[] = [140, 220];

/** The lines of the product file. */
export function* productRows(seed: number, catalogue: Catalogue): Generator<string> {
  const random = new Random();
  for (let product = 0; product < catalogue.productIds.length; product += 1) {
    random.reseed(seed, STREAM.product, product + 1);
    const described = catalogue.described[product] === 1;
    const name = CATEGORIES[catalogue.category[product] ?? 0]?.name ?? '';
    const grams = catalogue.grams[product] ?? 0;
    const texts = textLengths(random);
    const measures = UNMEASURED.includes(product) ? ',,,' : measuresOf(random, grams);
    yield `${idField(catalogue.productIds[product] ?? '')},${described ? `${name},${texts}` : ',,,'},${measures}\n`;
  }
}

/** The lines of the translation file; its last line has no end. */
export function translationRows(): string {
  return CATEGORIES.filter(({ untranslated }) => !untranslated)
    .map(({ name, english }) => `${name},${english}`)
    .join('\r\n');
}

function textLengths(random: Random): string {
  const title = Math.round(Math.min(76, Math.max(5, 49 + 10 * random.normal())));
  const description = Math.round(Math.min(3990, Math.max(4, random.lognormal(600, 0.75))));
  const photos = 1 + Math.min(19, Math.floor(random.exponential() * 1.5));
  return `${title},${description},${photos}`;
}

function measuresOf(random: Random, grams: number): string {
  const edge = 2.4 * exp(ln(grams) / 3);
  const side = (least: number): number => Math.round(Math.min(105, Math.max(least, random.lognormal(edge, 0.4))));
  return `${grams},${side(16)},${side(2)},${side(11)}`;
}
