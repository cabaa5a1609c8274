import { mix32 } from './random';

const { imul } = Math;

const HEX = Array.from({ length: 65536 }, (_, word) => word.toString(16).padStart(4, '0'));

/** What ids are made for; two kinds never share an id. */
export const ID_KIND = { order: 1, customer: 2, person: 3, product: 4, seller: 5, review: 6, secondReview: 7 } as const;
export type IdKind = (typeof ID_KIND)[keyof typeof ID_KIND];

/**
 * The id of the `index`-th thing of a kind: 32 hexadecimal digits that look random and depend on nothing else. Within a
 * kind, distinct indexes give distinct ids for certain, because `mix32` is a bijection.
 */
export function hexId(seed: number, kind: IdKind, index: number): string {
  const key = mix32(seed ^ imul(kind, 0x27d4eb2f));
  const a = mix32(index ^ key);
  const b = mix32(a ^ 0x165667b1 ^ key);
  const c = mix32(b + a);
  const d = mix32(c ^ imul(b, kind) ^ 0x5bd1e995);
  return hex8(b) + hex8(a) + hex8(d) + hex8(c);
}

function hex8(word: number): string {
  return (HEX[word >>> 16] ?? '') + (HEX[word & 0xffff] ?? '');
}
