import { parse, type Node } from './syntax';
import { contains, isSeries, mapValue, type Labels, type Numeric, type Value } from './values';

type Results = ReadonlyMap<string, readonly Value[]>;

const one = (yes: boolean): number => (yes ? 1 : 0);

/** Anything beside "not a number" is not a number, unless the first side decides: as in Grafana. */
const OPERATORS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '==': (a, b) => one(a === b),
  '!=': (a, b) => one(a !== b),
  '>': (a, b) => one(a > b),
  '>=': (a, b) => one(a >= b),
  '<': (a, b) => one(a < b),
  '<=': (a, b) => one(a <= b),
  '&&': (a, b) => one(a !== 0 && b !== 0),
  '||': (a, b) => one(a !== 0 || b !== 0),
};

const FUNCTIONS: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  log: Math.log,
  round: Math.round,
  ceil: Math.ceil,
  floor: Math.floor,
  is_nan: (a) => one(Number.isNaN(a)),
};

/**
 * What a math expression gives: its operators join numbers and series whose labels are equal, or of which one has all labels
 * of the other (Grafana's documentation, "Math" of server-side expressions).
 *
 * @throws Error for a variable or function that is not there
 */
export function math(expression: string, results: Results): Value[] {
  return walk(parse(expression), results);
}

/** The variables of an expression. */
export function variablesOf(expression: string): string[] {
  const names = (node: Node): string[] => {
    if (node.type === 'variable') return [node.name];
    if (node.type === 'number') return [];
    return node.type === 'binary' ? [...names(node.left), ...names(node.right)] : names(node.operand);
  };
  return [...new Set(names(parse(expression)))];
}

function walk(node: Node, results: Results): Value[] {
  switch (node.type) {
    case 'number':
      return [{ labels: {}, value: node.value }];
    case 'variable':
      return [...known(results.get(node.name), `$${node.name}`)];
    case 'call':
      return walk(node.operand, results).map((value) => mapValue(value, known(FUNCTIONS[node.name], node.name)));
    case 'unary':
      return walk(node.operand, results).map((value) =>
        mapValue(value, (number) => (node.operator === '-' ? -number : one(number === 0))),
      );
    case 'binary':
      return joined(walk(node.left, results), walk(node.right, results), binary(node.operator));
  }
}

function binary(operator: string): (a: number, b: number) => number {
  const apply = known(OPERATORS[operator], operator);
  return (a, b) => {
    if (operator === '||' && a !== 0) return 1;
    if (operator === '&&' && a === 0) return 0;
    return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : apply(a, b);
  };
}

function joined(left: readonly Value[], right: readonly Value[], apply: (a: number, b: number) => number): Value[] {
  return left.flatMap((a) =>
    right.flatMap((b) => {
      const labels = unionOf(a.labels, b.labels);
      return labels ? [{ ...combined(a, b, apply), labels }] : [];
    }),
  );
}

function unionOf(a: Labels, b: Labels): Labels | undefined {
  if (contains(a, b)) return a;
  return contains(b, a) ? b : undefined;
}

function combined(a: Value, b: Value, apply: (a: number, b: number) => number): Value {
  if (isSeries(a) && isSeries(b)) {
    // All series of a rule come of one query, so that their times agree.
    if (a.points.length !== b.points.length) throw new Error('the series are not of the same times');
    return { labels: a.labels, points: a.points.map((point, i) => both(point, b.points[i] ?? null, apply)) };
  }
  if (isSeries(a))
    return { labels: a.labels, points: a.points.map((point) => both(point, (b as Numeric).value, apply)) };
  if (isSeries(b)) return { labels: b.labels, points: b.points.map((point) => both(a.value, point, apply)) };
  return { labels: a.labels, value: both(a.value, b.value, apply) };
}

const both = (a: number | null, b: number | null, apply: (a: number, b: number) => number): number | null =>
  a === null || b === null ? null : apply(a, b);

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`there is no ${name}`);
  return thing;
}
