import { WARNING_STATES } from './alerts/states';
import { BAND_STYLES, RISK_BANDS } from './churn/bands';
import { bandStyle, segmentName, segmentStyle, valueName, warningStateStyle } from './names';
import { SEGMENT_STYLES, SEGMENTS } from './segments';

describe('segments', () => {
  it('have names and meanings of their own in Portuguese, and the same colours', () => {
    const names = SEGMENTS.map((segment) => segmentName(segment, 'pt-BR'));
    expect(new Set(names).size).toBe(SEGMENTS.length);
    for (const segment of SEGMENTS) {
      const { color, meaning } = segmentStyle(segment, 'pt-BR');
      expect(color).toBe(SEGMENT_STYLES[segment].color);
      expect(meaning).not.toBe(SEGMENT_STYLES[segment].meaning);
    }
  });

  it('keep their English names in English, and unknown ones theirs', () => {
    expect([segmentName('At risk', 'en'), segmentName('At risk', 'pt-BR')]).toEqual(['At risk', 'Em risco']);
    expect(segmentName('VIP', 'pt-BR')).toBe('VIP');
    expect(segmentStyle('Lost', 'en')).toBe(SEGMENT_STYLES.Lost);
  });
});

it('names the risk bands, with the same colours and signs', () => {
  expect(RISK_BANDS.map((band) => bandStyle(band, 'pt-BR').label)).toEqual([
    'Risco alto',
    'Risco médio',
    'Risco baixo',
  ]);
  for (const band of RISK_BANDS) {
    const { color, sign } = BAND_STYLES[band];
    expect(bandStyle(band, 'pt-BR')).toMatchObject({ color, sign });
    expect(bandStyle(band, 'en')).toBe(BAND_STYLES[band]);
  }
});

it.each([
  ['category', 'health_beauty', 'Health & beauty', 'Beleza e saúde'],
  ['payment_type', 'credit_card', 'Credit card', 'Cartão de crédito'],
  ['payment_type', 'pix', 'pix', 'pix'],
  ['city', 'sao paulo', 'São Paulo', 'São Paulo'],
  ['segment', 'Lost', 'Lost', 'Perdidos'],
  ['band', 'high', 'High risk', 'Risco alto'],
  ['band', 'other', 'other', 'other'],
  ['state', 'SP', 'SP', 'SP'],
  ['constructor', 'toys', 'toys', 'toys'],
])('names the value of %s %s', (name, value, english, portuguese) => {
  expect([valueName(name, value, 'en'), valueName(name, value, 'pt-BR')]).toEqual([english, portuguese]);
});

it('names the states of early warnings, with the same colours', () => {
  for (const state of WARNING_STATES) {
    const [english, portuguese] = [warningStateStyle(state, 'en'), warningStateStyle(state, 'pt-BR')];
    expect(portuguese).toEqual({ ...english, label: expect.not.stringMatching(`^${english.label}$`) });
  }
});
