/** Words that stay small within a name. */
const SMALL = new Set(['a', 'as', 'da', 'das', 'de', 'do', 'dos', 'e', 'o', 'os']);

/** A city's name as people write it: `rio de janeiro` becomes `Rio de Janeiro`. A name with capitals stays as it is. */
export function cityName(name: string): string {
  if (name !== name.toLowerCase()) return name;
  const words = name.split(' ');
  return words.map((word, index) => (index > 0 && SMALL.has(word) ? word : capitalized(word))).join(' ');
}

/** Capital letters at the beginning, and after a hyphen or an apostrophe of a short particle: `d'Oeste`, `Ji-Paraná`. */
function capitalized(word: string): string {
  if (/^[dl]['’]/.test(word)) return `${word.slice(0, 2)}${capitalized(word.slice(2))}`;
  return word.replace(/(^|-)(\p{L})/gu, (letters) => letters.toUpperCase());
}
