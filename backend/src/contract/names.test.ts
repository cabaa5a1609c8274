import { BAND_STYLES, RISK_BANDS } from './churn/bands';
import { bandStyle, segmentName, segmentStyle } from './names';
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
