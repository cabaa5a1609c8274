import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { loadText, rejectText } from '../../contract';

const FOLDERS = [__dirname, join(__dirname, '../build')];
const REJECTS = join(__dirname, '../sql/rejects');

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name)),
);

/** Every text that an expression can be, with 7 in the place of what is put in; none where it is made elsewhere. */
function textsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    return textsOf(node.left).flatMap((left) => textsOf(node.right).map((right) => left + right));
  }
  if (!ts.isTemplateExpression(node)) return [];
  return node.templateSpans.reduce(
    (starts, { expression, literal }) => {
      const inner = textsOf(expression);
      return starts.flatMap((start) => (inner.length > 0 ? inner : ['7']).map((one) => start + one + literal.text));
    },
    [node.head.text],
  );
}

/** The messages and hints of the errors that a file throws. */
function messagesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'WarehouseError') {
      found.push(...(node.arguments ?? []).slice(1, 3).flatMap(textsOf));
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

// What is put in there is words: the test of contract/portuguese/load-texts knows them.
const OTHERWISE = /separated by 7|lacks the required files? 7/;

it.each([...new Set(FILES.flatMap(messagesIn))].filter((text) => !OTHERWISE.test(text)))(
  'can tell in Portuguese: %s',
  (text) => {
    expect(loadText(text, 'pt-BR')).not.toBe(text);
  },
);

it('can tell every reason to refuse a row in Portuguese', () => {
  const sql = readdirSync(REJECTS).map((name) => readFileSync(join(REJECTS, name), 'utf8'));
  sql.push(readFileSync(join(__dirname, 'rejects.ts'), 'utf8'));
  const reasons = sql.flatMap((text) =>
    [...text.matchAll(/(?:then|else)(?: column_name \|\|)? '([^']+)'/g)].map(([, reason]) => String(reason)),
  );
  expect(reasons.length).toBeGreaterThan(10);
  expect(reasons.filter((reason) => rejectText(reason, 'pt-BR') === reason)).toEqual([]);
});
