/** The syntax tree of a math expression. */
export type Node =
  | { type: 'number'; value: number }
  | { type: 'variable'; name: string }
  | { type: 'unary'; operator: string; operand: Node }
  | { type: 'binary'; operator: string; left: Node; right: Node }
  | { type: 'call'; name: string; operand: Node };

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|\$(?:\{([^}]+)\}|(\w+))|([a-z_]+)|(\|\||&&|\*\*|[<>=!]=|[-+*/%<>!()]))/gy;

interface Token {
  kind: 'number' | 'variable' | 'name' | 'symbol';
  text: string;
}

/** From the loosest to the tightest; all tie to the left, as in Grafana's parser. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '>', '>=', '<', '<='],
  ['+', '-'],
  ['*', '/', '%'],
  ['**'],
];

/** @throws Error for what Grafana's math expressions do not know */
export function parse(text: string): Node {
  const tokens = tokensOf(text);
  let at = 0;
  const takes = (...texts: string[]): boolean =>
    tokens[at]?.kind === 'symbol' && texts.includes(tokens[at]?.text ?? '');
  const taken = (): string => tokens[at++]?.text ?? '';
  const expect = (symbol: string): void => {
    if (!takes(symbol)) throw new Error(`"${symbol}" is missing in "${text}"`);
    at++;
  };
  const level = (depth: number): Node => {
    const operators = LEVELS[depth];
    if (!operators) return unary();
    let left = level(depth + 1);
    while (takes(...operators)) left = { type: 'binary', operator: taken(), left, right: level(depth + 1) };
    return left;
  };
  const unary = (): Node => (takes('-', '!') ? { type: 'unary', operator: taken(), operand: unary() } : primary());
  const primary = (): Node => {
    if (takes('(')) return inside();
    const token = tokens[at++];
    if (token?.kind === 'number') return { type: 'number', value: Number(token.text) };
    if (token?.kind === 'variable') return { type: 'variable', name: token.text };
    if (token?.kind === 'name') return { type: 'call', name: token.text, operand: inside() };
    throw new Error(`"${text}" ends too early, or has "${token?.text ?? ''}" in the wrong place`);
  };
  const inside = (): Node => {
    expect('(');
    const node = level(0);
    expect(')');
    return node;
  };
  const root = level(0);
  if (at < tokens.length) throw new Error(`"${tokens[at]?.text ?? ''}" is too much in "${text}"`);
  return root;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const [all, number, braced, variable, name, symbol] of text.trimEnd().matchAll(TOKEN)) {
    end += all.length;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
    else tokens.push({ kind: 'variable', text: braced ?? variable ?? '' });
  }
  if (end < text.trimEnd().length) throw new Error(`"${text.slice(end)}" cannot be read in "${text}"`);
  return tokens;
}
