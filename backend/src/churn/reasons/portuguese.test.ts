import { MODEL_FEATURES } from '../model/derived-features';
import { PORTUGUESE_FEATURES } from '../features/portuguese';
import type { ReasonContext } from './facts';
import { formatted } from './format';
import { groupReasons } from './group-reasons';
import { reasonsOf, type Reason } from './reasons';
import type { ReorderTimes } from './reorder-times';

const REORDER_TIMES: ReorderTimes[] = [
  { number: 1, occasions: 10_000, cameBack: 300, lowerQuartile: 12, median: 34, upperQuartile: 120 },
];
const CONTEXT: ReasonContext = { horizonDays: 180, reorderTimes: REORDER_TIMES, language: 'pt-BR' };
const SPECS = MODEL_FEATURES.map((spec) => ({ ...spec, label: PORTUGUESE_FEATURES[spec.key] ?? '' }));

/** Reasons of a customer whose features all have one value, unless others are given. */
function reasons(
  value: number,
  context: ReasonContext,
  others: Record<string, number> = {},
  typical = value,
): Reason[] {
  const specs = context.language === 'pt-BR' ? SPECS : MODEL_FEATURES;
  const values = Float64Array.from(specs, ({ key }) => others[key] ?? value);
  const contributions = Float64Array.from(specs, (_, i) => (i === 0 ? 0.1 : i === 1 ? -0.001 : 0));
  return reasonsOf(specs, values, new Float64Array(specs.length).fill(typical), contributions, context);
}

const said = (key: string, value: number, typical: number, others: Record<string, number> = {}): string | undefined =>
  reasons(value, CONTEXT, { ...others, [key]: value }, typical).find(({ feature }) => feature === key)?.sentence;

it('names every feature', () => {
  expect(Object.keys(PORTUGUESE_FEATURES).sort()).toEqual(MODEL_FEATURES.map(({ key }) => key).sort());
});

it.each([Number.NaN, 0, 0.4, 1, 1.5, 7, 1_234.5, -3])('has a sentence of its own for every feature at %p', (value) => {
  const english = new Map(reasons(value, { ...CONTEXT, language: 'en' }).map((one) => [one.feature, one]));
  for (const { feature, label, fact, sentence } of reasons(value, CONTEXT)) {
    expect(fact).not.toBe(english.get(feature)?.fact);
    expect(label).not.toBe(english.get(feature)?.label);
    expect(sentence).not.toMatch(/NaN|Infinity|undefined|\d,\d{3}|typical|This makes|orders?\b|\bday/);
    // A label takes the place of a sentence only where a value without a meaning of its own is unknown.
    if (Number.isFinite(value)) expect(sentence).not.toContain(`${label}:`);
  }
});

it.each([
  ['recency_days', 210, 100, { frequency: 1 }, 'voltaram depois de um primeiro pedido voltou em até 34 dias.'],
  ['recency_days', 210, 100, { frequency: 2 }, 'Último pedido há 210 dias; o típico é 100 dias.'],
  ['monetary', 1250.4, 108, {}, 'Gastou R$ 1.250 ao todo; o típico é R$ 108.'],
  ['monetary', 108.3, 108, {}, 'Gastou R$ 108 ao todo; o que é típico.'],
  ['freight_per_order', 8.5, 20, {}, 'Paga R$ 8,50 de frete por pedido; o típico é R$ 20.'],
  [
    'delay_days',
    12.2,
    -11.4,
    {},
    'chegaram em média 12 dias depois do prazo; as do cliente típico chegaram 11 dias antes',
  ],
  ['frequency', 3, 1, {}, 'Comprou em 3 dias; 97% dos clientes compraram só uma vez.'],
  ['city_repeat_index', 0.98, 1, {}, 'seguidas de outra quase com a frequência habitual.'],
  ['city_repeat_index', 1.34, 1, {}, 'seguidas de outra com 1,3 vezes a frequência habitual.'],
])('says of %s = %p, typically %p, with %j: %s', (key, value, typical, others, words) => {
  expect(said(key, value, typical, others)).toContain(words);
});

it('says which way a reason pulls, and names the groups', () => {
  const found = reasons(1, CONTEXT);
  expect(found[0]?.sentence).toContain('Isso torna um novo pedido claramente menos provável.');
  expect(found[1]?.sentence).toContain('Isso quase não faz diferença.');
  const english = groupReasons(found).map(({ label }) => label);
  expect(groupReasons(found, 'pt-BR').filter(({ label }) => english.includes(label))).toEqual([]);
});

it.each([
  [1_234_567.8, 'money', 'R$ 1.234.568'],
  [-0.001, 'money', 'R$ 0,00'],
  [0.099, 'share', '9,9%'],
  [1, 'days', '1 dia'],
  [4, 'stars', '4 de 5 estrelas'],
] as const)('writes %p %s as %s', (value, unit, text) => {
  expect(formatted(value, unit, 'pt-BR')).toBe(text);
});
