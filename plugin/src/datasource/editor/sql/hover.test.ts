import type { monacoTypes } from '@grafana/ui';
import { fakeModel, fakeMonaco, hovers } from '../../testing/FakeCodeEditor';
import { schemaWith } from '../../testing/schema';
import { registerHover } from './hover';
import type { Knowledge } from './suggest';

const SQL = 'SELECT state FROM dim_sellers';

/** What is told at a column of a statement. */
async function told(column: number, knowledge: Knowledge, other = false) {
  const model = fakeModel(() => SQL);
  const registered = registerHover(fakeMonaco(), other ? fakeModel(() => SQL) : model, knowledge);
  const [provider] = hovers;
  const position: monacoTypes.Position = Object.assign(Object.create(null), { lineNumber: 1, column });
  const token = { isCancellationRequested: false, onCancellationRequested: () => registered };
  const hover = await provider?.provideHover(model, position, token);
  registered.dispose();
  return hover;
}

describe('resting on a name', () => {
  const known: Knowledge = () => ({ schema: schemaWith(), variables: [] });

  it('tells type and description', async () => {
    expect(await told(9, known)).toEqual({
      range: [8, 13],
      contents: [{ value: '```\nstate VARCHAR\n```' }, { value: "state of the seller's address\n\nIn dim_sellers" }],
    });
  });

  it('tells nothing of other words, in other editors, and before the schema is known', async () => {
    expect(await told(2, known)).toBeUndefined();
    expect(await told(9, known, true)).toBeUndefined();
    expect(await told(9, () => ({ schema: undefined, variables: [] }))).toBeUndefined();
  });
});
