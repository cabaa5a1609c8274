import { BgNbdError } from './error';

/** The four parameters of BG/NBD; plain JSON, kept with a model. */
export interface BgNbdParameters {
  /** Shape of the gamma distribution of purchase rates among customers. */
  r: number;
  /** Its rate, in days. */
  alpha: number;
  /** First shape of the beta distribution of the chance to leave after an occasion. */
  a: number;
  /** Its second shape. */
  b: number;
}

const NAMES = ['r', 'alpha', 'a', 'b'] as const;

/**
 * Parameters from parsed JSON.
 *
 * @throws BgNbdError unless all four are numbers above 0
 */
export function decodeBgNbd(value: unknown): BgNbdParameters {
  const given = new Map<string, unknown>(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const [r, alpha, a, b] = NAMES.map((name) => {
    const found = given.get(name);
    if (typeof found !== 'number' || !Number.isFinite(found) || found <= 0)
      throw new BgNbdError(`The model's BG/NBD parameter ${name} is no number above 0. Train the model again.`);
    return found;
  });
  return { r: r!, alpha: alpha!, a: a!, b: b! };
}
