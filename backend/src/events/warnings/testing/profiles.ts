import type { ScoringBasis, TouchedProfile } from '../../profile';

export const BASIS: ScoringBasis = { generation: 'g1', model: 'm1' };

export const WORDS: TouchedProfile['words'] = {
  en: { reasons: ['Last order 212 days ago.'], action: 'Call' },
  'pt-BR': { reasons: ['Último pedido há 212 dias.'], action: 'Ligar' },
};

/** A customer who stands where tests want it. */
export const profile = (customerId: string, given: Partial<TouchedProfile> = {}): TouchedProfile => ({
  customerId,
  asOf: '2018-08-01',
  churnProbability: 0.99,
  band: (given.relativeOdds ?? 1) <= 0.67 ? 'high' : 'medium',
  relativeOdds: 1,
  segment: 'Loyal',
  state: 'SP',
  valueIfReturns: 100,
  revenueAtRisk: 99,
  monetary: 200,
  lastOrder: '2018-01-01',
  purchaseDays: ['2018-01-01', given.lastOrder ?? '2018-01-01'],
  words: WORDS,
  ...given,
});

/** The same customer on the next day, at high risk. */
export const risen = (customerId: string, given: Partial<TouchedProfile> = {}): TouchedProfile =>
  profile(customerId, { asOf: '2018-08-02', relativeOdds: 0.5, ...given });
