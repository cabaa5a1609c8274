import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import ts from 'typescript';

const ROOT = path.join(__dirname, '..');
const ROOMS = ['components', 'datasource', 'embed', 'format', 'links', 'pages'];

interface Used {
  key: string;
  english: string;
  where: string;
}

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));

const isSource = (file: string) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\//.test(file);
const rooms = [
  ...ROOMS.filter((room) => readdirSync(ROOT).includes(room)),
  ...readdirSync(path.join(ROOT, 'panels')).map((folder) => `panels/${folder}`),
];

/** Every `t('key', 'English')` and `<Trans i18nKey="key">` of a file, and those whose key cannot be read. */
function usedIn(file: string): { used: Used[]; unreadable: string[] } {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const used: Used[] = [];
  const unreadable: string[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isCallExpression(node) && node.expression.getText() === 't') {
      const [key, english] = node.arguments;
      const defaults = englishOf(english);
      if (!key || !ts.isStringLiteral(key) || defaults.length === 0) unreadable.push(where);
      else used.push(...defaults.map((one) => ({ key: key.text, english: one, where })));
    }
    if (ts.isJsxAttribute(node) && node.name.getText() === 'i18nKey') {
      const { initializer } = node;
      const children = ts.isJsxOpeningElement(node.parent.parent) ? node.parent.parent.parent.getText() : '';
      if (initializer && ts.isStringLiteral(initializer))
        used.push({ key: initializer.text, english: children, where });
      else unreadable.push(where);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { used, unreadable };
}

/** The default text, or both of a choice between two. */
function englishOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...englishOf(node.whenTrue), ...englishOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const [left] = englishOf(node.left);
    const [right] = englishOf(node.right);
    return left !== undefined && right !== undefined ? [left + right] : [];
  }
  return [];
}

function flat(texts: object, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'object' && value !== null ? flat(value, `${prefix}${key}.`) : [[prefix + key, String(value)]],
  );
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const placeholders = (text: string) => [...new Set(text.match(/\{\{\s*\w+/g)?.map((one) => one.replace(/\W/g, '')))];

const room = (name: string) => {
  const files = filesIn(name);
  const found = files.filter(isSource).map(usedIn);
  const texts = files
    .filter((file) => file.endsWith('/locales/pt-BR.json'))
    .flatMap((file) => flat(JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'))));
  return { used: found.flatMap(({ used }) => used), unreadable: found.flatMap((one) => one.unreadable), texts };
};

describe.each(rooms)('the texts of %s', (name) => {
  const { used, unreadable, texts } = room(name);
  const portuguese = new Map(texts);
  const known = new Set(texts.map(([key]) => key.replace(PLURAL, '')));

  it('go by keys that stand in the code as they are', () => {
    expect(unreadable).toEqual([]);
  });

  it('are all there in Portuguese', () => {
    expect(used.filter(({ key }) => !known.has(key)).map(({ key, where }) => `${where} ${key}`)).toEqual([]);
  });

  it('are all used', () => {
    const keys = new Set(used.map(({ key }) => key));
    expect(texts.map(([key]) => key).filter((key) => !keys.has(key.replace(PLURAL, '')))).toEqual([]);
  });

  it('have the same placeholders in both languages, and no empty text', () => {
    const wrong = used.flatMap(({ key, english, where }) =>
      [...portuguese]
        .filter(([one]) => one === key || (PLURAL.test(one) && one.replace(PLURAL, '') === key))
        .filter(([, text]) => text.trim() === '' || !placeholders(text).every((one) => english.includes(one)))
        .map(([one]) => `${where} ${one}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have a plural with all its forms', () => {
    const plurals = texts.map(([key]) => key).filter((key) => key.endsWith('_one'));
    expect(plurals.filter((key) => !portuguese.has(key.replace('_one', '_other')))).toEqual([]);
  });
});

it('say the same in English wherever they are used', () => {
  const english = new Map<string, string>();
  const other = rooms
    .flatMap((name) => room(name).used)
    .filter(({ key, english: text, where }) => {
      if (text.startsWith('<Trans')) return false;
      const before = english.get(key) ?? text;
      english.set(key, before);
      return before !== text && !where.startsWith('format/');
    });
  expect(other.map(({ where, key }) => `${where} ${key}`)).toEqual([]);
});
