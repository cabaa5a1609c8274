import { writtenAgo, writtenDays, writtenDuration } from './written-duration';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

it.each([
  [0, 'less than a minute', 'menos de um minuto'],
  [29_999, 'less than a minute', 'menos de um minuto'],
  [MINUTE, '1 minute', '1 minuto'],
  [0.4 * HOUR, '24 minutes', '24 minutos'],
  [HOUR, '60 minutes', '60 minutos'],
  [1.5 * HOUR, '90 minutes', '90 minutos'],
  [119.6 * MINUTE, '2 hours', '2 horas'],
  [5.2 * HOUR, '5 hours', '5 horas'],
  [47.4 * HOUR, '47 hours', '47 horas'],
  [47.6 * HOUR, '2 days', '2 dias'],
  [3_650 * DAY, '3,650 days', '3.650 dias'],
])('%d ms are %s, %s', (ms, english, portuguese) => {
  expect(writtenDuration(ms, 'en')).toBe(english);
  expect(writtenDuration(ms, 'pt-BR')).toBe(portuguese);
});

it('says how long ago something was', () => {
  expect([0, MINUTE, 3 * HOUR].map((ms) => writtenAgo(ms, 'en'))).toEqual(['just now', '1 minute ago', '3 hours ago']);
  expect([0, MINUTE, 3 * HOUR].map((ms) => writtenAgo(ms, 'pt-BR'))).toEqual([
    'agora mesmo',
    'há 1 minuto',
    'há 3 horas',
  ]);
});

it('takes what a clock that is behind puts into the future for now, and no number for nothing', () => {
  expect(writtenAgo(-DAY, 'en')).toBe('just now');
  expect(writtenDuration(Number.NaN, 'en')).toBe('less than a minute');
});

it.each([
  [0, '0 days', '0 dias'],
  [1, '1 day', '1 dia'],
  [3_008, '3,008 days', '3.008 dias'],
])('counts %d days, which Grafana would make years of', (days, english, portuguese) => {
  expect(writtenDays(days, 'en')).toBe(english);
  expect(writtenDays(days, 'pt-BR')).toBe(portuguese);
});
