import { LANGUAGES } from '../../contract';
import { OPERATIONS_WORDS } from './operations';
import { RISK_WORDS } from './risk';
import { SEGMENT_WORDS } from './segments';

const inAll = <Words>(words: Record<(typeof LANGUAGES)[number], Words>, say: (one: Words) => string): string[] =>
  LANGUAGES.map((language) => say(words[language]));

describe('of one customer', () => {
  it('who moved, one sentence speaks of one', () => {
    expect(inAll(SEGMENT_WORDS, (words) => words.moves(90, '2018-08-28', 1, 1, 1))).toEqual([
      'In the 90 days to Aug 28, 2018, 1 customer slipped to a worse segment, 1 rose to a better one and 1 came as a new customer.',
      'Nos 90 dias até 28 de ago. de 2018, 1 cliente caiu para um segmento pior, 1 subiu para um melhor e 1 chegou como novo cliente.',
    ]);
  });

  it('who is active, the chance is told instead of a share of nobody', () => {
    expect(inAll(RISK_WORDS, (words) => words.returning(1, 0.031, 180, 12))).toEqual([
      'The chance that the only active customer buys again within 180 days is 3.1%; R$ 12 can be expected.',
      'A chance de o único cliente ativo comprar de novo em 180 dias é de 3,1%; espera-se R$ 12.',
    ]);
    expect(inAll(RISK_WORDS, (words) => words.noneAtRisk(1))).toEqual(['The risk is not high.', 'O risco não é alto.']);
  });

  it('among many who will return, the verb follows', () => {
    expect(inAll(RISK_WORDS, (words) => words.returning(90, 1.2, 180, 12))).toEqual([
      'Of 90 active customers, 1 (1.3%) is expected to buy again within 180 days, for R$ 12.',
      'De 90 clientes ativos, espera-se que 1 (1,3%) compre de novo em 180 dias, somando R$ 12.',
    ]);
  });
});

it('of several customers, the sentences stay in the plural', () => {
  expect(inAll(SEGMENT_WORDS, (words) => words.moves(90, '2018-08-28', 2, 0, 3))).toEqual([
    'In the 90 days to Aug 28, 2018, 2 customers slipped to a worse segment, 0 rose to a better one and 3 came as new customers.',
    'Nos 90 dias até 28 de ago. de 2018, 2 clientes caíram para um segmento pior, 0 subiram para um melhor e 3 chegaram como novos clientes.',
  ]);
  expect(inAll(RISK_WORDS, (words) => words.returning(38_755, 567, 180, 92_900))).toEqual([
    'Of 38,755 active customers, 567 (1.5%) are expected to buy again within 180 days, for R$ 92.9k.',
    'De 38.755 clientes ativos, espera-se que 567 (1,5%) comprem de novo em 180 dias, somando R$ 92,9 mil.',
  ]);
  expect(RISK_WORDS.en.noneAtRisk(2)).toBe('None of them is at high risk.');
});

it.each([
  [1, '1 of 1,000 rows was refused', '1 de 1.000 linhas foi recusada'],
  [2, '2 of 1,000 rows were refused', '2 de 1.000 linhas foram recusadas'],
  [0, 'all 1,000 rows were taken', 'todas as 1.000 linhas foram aceitas'],
])('of %d refused rows', (refused, english, portuguese) => {
  const [en, pt] = inAll(OPERATIONS_WORDS, (words) => words.loaded(60_000, 1_000, refused, '2018-08-28'));
  expect(en).toContain(english);
  expect(pt).toContain(portuguese);
});
