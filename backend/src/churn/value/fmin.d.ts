/**
 * The package's own entry is a browser script inside an ES module package, which bundlers read as empty: the source
 * file of the one function that is needed is imported instead.
 */
declare module 'fmin/src/nelderMead.js' {
  export function nelderMead(
    f: (point: readonly number[]) => number,
    start: number[],
    options?: { maxIterations?: number; minErrorDelta?: number },
  ): { fx: number; x: number[] };
}
