export interface Minimum {
  x: number[];
  value: number;
  evaluations: number;
  /** False when the steps ran out first. */
  converged: boolean;
}

interface Corner {
  x: number[];
  value: number;
}

/**
 * A local minimum by the downhill simplex (Nelder and Mead, "A Simplex Method for Function Minimization", Computer
 * Journal 7, 1965, in the variant of Lagarias et al., SIAM Journal on Optimization 9, 1998). Of our own, since the
 * libraries that are kept up (fmin 0.0.4) fail with a ReferenceError as soon as the simplex has to shrink. Values may
 * be Infinity where the function is not defined, though not at the start.
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  { size = 0.5, tolerance = 1e-8, maxSteps = 2000 } = {},
): Minimum {
  let evaluations = 0;
  const at = (x: number[]): Corner => {
    evaluations++;
    return { x, value: f(x) };
  };
  const corners = [at([...start]), ...start.map((_, i) => at(start.map((v, j) => (i === j ? v + size : v))))];
  for (let step = 0; step < maxSteps; step++) {
    corners.sort((p, q) => p.value - q.value);
    const [best, worst] = [corners[0]!, corners.at(-1)!];
    if (worst.value - best.value <= tolerance && spread(corners) <= Math.sqrt(tolerance))
      return { ...best, evaluations, converged: true };
    const better = replacement(corners, at);
    if (better) corners[corners.length - 1] = better;
    else for (let i = 1; i < corners.length; i++) corners[i] = at(towards(corners[i]!.x, best.x, 0.5));
  }
  corners.sort((p, q) => p.value - q.value);
  return { ...corners[0]!, evaluations, converged: false };
}

/** What takes the worst corner's place: reflected, expanded or contracted; nothing when the simplex must shrink. */
function replacement(corners: readonly Corner[], at: (x: number[]) => Corner): Corner | undefined {
  const [best, second, worst] = [corners[0]!, corners.at(-2)!, corners.at(-1)!];
  const centre = centroid(corners.slice(0, -1));
  const reflected = at(towards(centre, worst.x, -1));
  if (reflected.value < best.value) {
    const expanded = at(towards(centre, worst.x, -2));
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const outside = reflected.value < worst.value;
  const contracted = at(towards(centre, worst.x, outside ? -0.5 : 0.5));
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined;
}

function towards(from: readonly number[], to: readonly number[], part: number): number[] {
  return from.map((value, i) => value + part * (to[i]! - value));
}

function centroid(corners: readonly Corner[]): number[] {
  return corners[0]!.x.map((_, i) => corners.reduce((sum, corner) => sum + corner.x[i]!, 0) / corners.length);
}

function spread(corners: readonly Corner[]): number {
  return Math.max(...corners.flatMap(({ x }) => x.map((value, i) => Math.abs(value - corners[0]!.x[i]!))));
}
