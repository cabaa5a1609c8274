import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import ts from 'typescript';

const ROOT = path.join(__dirname, '..');

/** Attributes and properties whose texts readers see, or hear. */
const SHOWN = new Set(
  (
    'aria-label aria-description aria-valuetext ariaLabel alt description help label message noOptionsMessage placeholder ' +
    'subTitle title tooltip'
  ).split(' '),
);

/** Texts that are the same in every language, or in one of their own on purpose. */
const ALLOWED: readonly (string | RegExp)[] = [
  'components/customers/CustomersBehind.tsx: CSV',
  'components/panel/FigureButtons.tsx: CSV',
  'panels/brazil-map/frame/Toolbar.tsx: CSV',
  'panels/sales-forecast/frame/Toolbar.tsx: CSV',
  // Each language offers the other one in words of that one.
  /^embed\/page\/LanguageSwitch\.tsx: /,
  // Grafana's own tabs: read before the language is known.
  'plugin.tsx: Configuration',
  // No reader sees a page without its root.
  'embed/boot/startPage.tsx: The page has no element with the id "root".',
];

const WORD = /\p{L}{2}/u;
/** Of a property anything may be meant; words with a capital or a space are meant for people. */
const SENTENCE = /\p{Lu}\p{L}|\p{L} /u;

/** Of a comparison the texts are not shown. */
const JOINS = new Set(['+', '??', '||', '&&']);

const isSource = (file: string): boolean => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)testing(\/|\.ts)/.test(file);

/** Texts written out in an expression, where they are its value. */
function literals(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.flatMap((span) => [...literals(span.expression), span.literal.text])];
  }
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isBinaryExpression(node))
    return JOINS.has(node.operatorToken.getText()) ? [...literals(node.left), ...literals(node.right)] : [];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  if (ts.isJsxExpression(node)) return node.expression ? literals(node.expression) : [];
  return [];
}

const isInTrans = (node: ts.Node): boolean =>
  ts.isJsxElement(node.parent) && (node.parent.openingElement.tagName.getText() === 'Trans' || isInTrans(node.parent));

const isShown = (node: ts.JsxAttribute | ts.PropertyAssignment): boolean => SHOWN.has(node.name.getText());

/** What a node shows as it is written, in whatever language is the reader's. */
function shownBy(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return isInTrans(node) ? [] : [node.text.trim()];
  if (ts.isJsxAttribute(node)) return node.initializer && isShown(node) ? literals(node.initializer) : [];
  if (ts.isJsxExpression(node)) return ts.isJsxAttribute(node.parent) || isInTrans(node) ? [] : literals(node);
  return shownByCode(node);
}

function shownByCode(node: ts.Node): string[] {
  if (ts.isPropertyAssignment(node))
    return isShown(node) ? literals(node.initializer).filter((text) => SENTENCE.test(text)) : [];
  if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText()))
    return (node.arguments ?? []).slice(0, 1).flatMap(literals);
  return [];
}

/** Texts of a source file that do not go through `t`. */
function untranslated(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...shownBy(node).filter((text) => WORD.test(text)));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((text) => `${file}: ${text}`);
}

it('are found wherever a reader would meet them', () => {
  const code = `
    const a = <b aria-label="Close it" className="wide one" title={open ? 'Shut' : t('x', 'Open')}>Some text {kind === 'other' && 'and more'}</b>;
    const c = { label: \`Number \${n} of all\`, name: 'No text', help: 'unit' };
    throw new Error('Went wrong.');
    const d = <Trans i18nKey="k">Not this <b>nor that</b></Trans>;
    const e = <b title={t('y', 'Fine')}>{t('z', 'Fine, too')}</b>;`;
  expect(untranslated('x.tsx', code)).toEqual(
    ['Close it', 'Shut', 'Some text', 'and more', 'Number ', ' of all', 'Went wrong.'].map((text) => `x.tsx: ${text}`),
  );
});

it('are none: whatever is shown can be said in Portuguese', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(isSource);
  const found = files.flatMap((file) => untranslated(file, readFileSync(path.join(ROOT, file), 'utf8')));
  const isAllowed = (text: string): boolean =>
    ALLOWED.some((one) => (typeof one === 'string' ? one === text : one.test(text)));
  expect(found.filter((text) => !isAllowed(text))).toEqual([]);
  // What has gone need not be allowed any longer.
  expect(ALLOWED.filter((one) => typeof one === 'string' && !found.includes(one))).toEqual([]);
});
