import type { Monaco, monacoTypes } from '@grafana/ui';
import { fakeModel, fakeMonaco, providers } from '../../testing/FakeCodeEditor';
import { schemaWith } from '../../testing/schema';
import { LANGUAGE_ID, registerLanguage } from './language';
import { registerCompletions, type Knowledge } from './suggest';

const KNOWN: Knowledge = () => ({ schema: schemaWith(), variables: ['$state'] });

/** What the editor would list at the end of a text. */
async function listed(sql: string, { knowledge = KNOWN, trigger, other = false }: Asked = {}) {
  const monaco: Monaco = fakeMonaco();
  const model = fakeModel(() => sql);
  const registered = registerCompletions(monaco, other ? fakeModel(() => sql) : model, knowledge);
  const [provider] = providers;
  const position: monacoTypes.Position = Object.assign(Object.create(null), { lineNumber: 1, column: sql.length + 1 });
  const token = { isCancellationRequested: false, onCancellationRequested: () => registered };
  const list = await provider?.provideCompletionItems(
    model,
    position,
    { triggerKind: 0, triggerCharacter: trigger },
    token,
  );
  registered.dispose();
  return list?.suggestions ?? [];
}

interface Asked {
  knowledge?: Knowledge;
  trigger?: string;
  other?: boolean;
}

describe('what the code editor lists', () => {
  it('tables with their grain', async () => {
    expect((await listed('SELECT * FROM fct'))[0]).toEqual({
      label: { label: 'fct_orders', description: 'one row per order, whatever its status' },
      kind: 'Struct',
      insertText: 'fct_orders',
      insertTextRules: 4,
      detail: 'Mart',
      documentation: 'one row per order, whatever its status',
      sortText: '00000',
      filterText: 'fct_orders',
      range: [15, 18],
    });
  });

  it('columns with their type, and macros with their arguments', async () => {
    expect((await listed('FROM fct_orders WHERE '))[0]?.label).toEqual({ label: 'order_key', description: 'BIGINT' });
    expect((await listed('WHERE $'))[0]?.label).toEqual({ label: '$__timeFilter', detail: '(column)' });
  });

  it('variables, however they were begun', async () => {
    expect((await listed('WHERE ${st')).at(-1)).toMatchObject({
      filterText: '$state ${state',
      insertText: '\\${state:sqlstring}',
    });
  });

  it('after a space or a bracket only what surely stands there', async () => {
    expect(await listed('SELECT ', { trigger: ' ' })).toEqual([]);
    expect(await listed('SELECT sum(', { trigger: '(' })).toEqual([]);
    expect(await listed('SELECT * FROM ', { trigger: ' ' })).not.toEqual([]);
  });

  it('nothing in other editors, and nothing before the schema is known', async () => {
    expect(await listed('FROM ', { other: true })).toEqual([]);
    expect(await listed('FROM ', { knowledge: () => ({ schema: undefined, variables: [] }) })).toEqual([]);
  });

  it('nothing any more when the editor is gone', () => {
    registerCompletions(
      fakeMonaco(),
      fakeModel(() => ''),
      KNOWN,
    ).dispose();
    expect(providers.size).toBe(0);
  });
});

it('the language is registered once per page', () => {
  const monaco = fakeMonaco();
  registerLanguage(monaco);
  registerLanguage(monaco);
  expect(monaco.languages.getLanguages()).toEqual([{ id: LANGUAGE_ID }]);
  expect(monaco.languages.setMonarchTokensProvider).toHaveBeenCalledTimes(1);
});
