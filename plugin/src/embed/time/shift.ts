interface Span {
  from: number;
  to: number;
}

/** The span moved by half its own length, as Grafana's arrows do: -1 back, 1 forth. */
export function moved({ from, to }: Span, direction: -1 | 1): Span {
  const by = (direction * (to - from)) / 2;
  return { from: Math.round(from + by), to: Math.round(to + by) };
}

/** The span twice as long around the same middle. */
export function widened({ from, to }: Span): Span {
  const by = (to - from) / 2;
  return { from: Math.round(from - by), to: Math.round(to + by) };
}
