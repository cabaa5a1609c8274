import { actionFor } from './action';
import { playbookIn } from './in-language';
import { builtInPlaybook } from './load-playbook';
import { PLACEHOLDER } from './placeholders';
import { PORTUGUESE_ACTIONS } from './portuguese-playbook';

const placeholders = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([whole]) => whole).sort();

const loaded = { playbook: builtInPlaybook() };
const portuguese = playbookIn('pt-BR', loaded).playbook;

it.each(loaded.playbook.rules.map((rule, i) => [rule.rule, rule, portuguese.rules[i]] as const))(
  'has the action of %s in Portuguese, for the same customers and with the same figures',
  (_, rule, own) => {
    expect(own).toEqual({ ...rule, title: own?.title, detail: own?.detail });
    expect(own?.title).not.toBe(rule.title);
    expect(own?.detail).not.toBe(rule.detail);
    expect(own?.title.length).toBeLessThanOrEqual(80);
    expect(placeholders(own?.detail ?? '')).toEqual(placeholders(rule.detail));
  },
);

it('has no action of a rule that there is not', () => {
  expect(Object.keys(PORTUGUESE_ACTIONS).sort()).toEqual(loaded.playbook.rules.map(({ rule }) => rule).sort());
});

it('leaves the playbook in English, and one of the user’s own, as they are', () => {
  expect(playbookIn('en', loaded)).toBe(loaded);
  const own = { ...loaded, file: '/shop/playbook.yaml' };
  expect(playbookIn('pt-BR', own)).toBe(own);
});

it('writes figures and segments in the reader’s language', () => {
  const customer = {
    segment: 'Cannot lose',
    band: 'high',
    status: 'active',
    figures: { frequency: 4, monetary: 1_250, recency_days: 300 },
    reasons: [],
    language: 'pt-BR',
  } as const;
  expect(actionFor(portuguese, customer).detail).toContain(
    'Comprou em 4 dias, somando R$ 1.250, mas não compra há 300 dias.',
  );
  const [rule] = portuguese.rules;
  const bare = { ...rule!, choices: new Map(), bounds: new Map(), title: '{segment}', detail: '{delay_days}' };
  expect(actionFor({ rules: [bare] }, customer)).toMatchObject({
    title: 'Não podemos perder',
    detail: '(não se sabe)',
  });
});
