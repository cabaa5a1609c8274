import type { SeriesForecast } from '../../forecast/forecast';
import { forecastNotices } from './notices';

const PATH = {
  starts: [],
  expected: new Float64Array(),
  band: { lower: new Float64Array(), upper: new Float64Array() },
  band95: { lower: new Float64Array(), upper: new Float64Array() },
};
const forecast = (name: string, ...notices: string[]): SeriesForecast => ({
  name,
  notices: notices.map((text) => ({ en: text, 'pt-BR': `${text} (pt)` })),
  future: PATH,
  past: { ...PATH, anomalous: new Uint8Array() },
  sum: { expected: 0, lower: 0, upper: 0, lower95: 0, upper95: 0 },
  model: { en: '', 'pt-BR': '' },
  sentence: { en: '', 'pt-BR': '' },
  scores: [],
  pastForecasts: [],
});
const texts = (...forecasts: SeriesForecast[]) => forecastNotices(forecasts).map(({ text }) => text);

it('says of the whole shop what it says', () => {
  expect(texts(forecast('', 'Short.', 'Rough.', 'Short.'))).toEqual(['Short.', 'Rough.']);
});

it('says once what several series say, naming them', () => {
  expect(texts(forecast('SP'), forecast('RR', 'Short.'), forecast('AP', 'Short.', 'Flat.'))).toEqual([
    'RR, AP: Short.',
    'AP: Flat.',
  ]);
});

it('names none where all say it, and counts where many do', () => {
  expect(texts(forecast('SP', 'Short.'), forecast('RR', 'Short.'))).toEqual(['Short.']);
  const many = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => forecast(name, 'Short.'));
  expect(texts(...many, forecast('G'))).toEqual(['A, B, C, D and 2 more: Short.']);
});

it('says it in Portuguese as well', () => {
  const many = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => forecast(name, 'Short.'));
  expect(forecastNotices([...many, forecast('G')], 'pt-BR')).toEqual([
    { severity: 'warning', text: 'A, B, C, D e mais 2: Short. (pt)' },
  ]);
});
