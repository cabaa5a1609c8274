import { readForecast } from '../data/readForecast';
import { forecastFrame } from '../testing/frames';
import { endOf, levelName, noteOf } from './facts';
import { neededPace } from './pace';

const model = () => {
  const reading = readForecast([forecastFrame()]);
  if (reading.state !== 'ready') throw new Error(`The frame is ${reading.state}.`);
  return reading.model;
};
const point = { actual: null, expected: null, inner: null, outer: null, anomalous: false, future: true };
const holidays = [
  { time: Date.UTC(2018, 8, 7), name: 'Independence Day' },
  { time: Date.UTC(2018, 8, 7), name: 'Independence Day' },
  { time: Date.UTC(2018, 8, 30), name: '' },
];

describe('what is special about a bucket', () => {
  it.each([
    ['day', Date.UTC(2018, 8, 7), 'Independence Day'],
    ['day', Date.UTC(2018, 8, 8), ''],
    ['week', Date.UTC(2018, 8, 3), 'Independence Day'],
    ['month', Date.UTC(2018, 8, 1), 'Independence Day · Holiday'],
  ] as const)('are the holidays in the %s', (grain, time, note) => {
    expect(noteOf({ ...point, time }, { ...model(), grain, holidays })).toBe(note);
  });

  it('is on which side it is unusual', () => {
    const unusual = { ...point, time: 0, anomalous: true };
    expect(noteOf({ ...unusual, actual: 2, expected: 5 }, model())).toBe('Unusually low');
    expect(noteOf({ ...unusual, actual: 9, expected: 5 }, model())).toBe('Unusually high');
    expect(noteOf({ ...unusual, actual: 9 }, model())).toBe('Unusual');
  });

  it('ends with the calendar', () => {
    expect(endOf(Date.UTC(2018, 11, 1), 'month')).toBe(Date.UTC(2019, 0, 1));
  });

  it('names the level of the range where it is known', () => {
    expect([levelName(80), levelName(92.5), levelName(null)]).toEqual(['80% range', '92.5% range', 'Inner range']);
  });
});

describe('the pace that a target needs', () => {
  it('is the target spread over the horizon', () => {
    const aimed = { ...model(), target: 3000, horizonDays: 30 };
    expect(neededPace(aimed)).toBe(100);
    expect(neededPace({ ...aimed, grain: 'week' })).toBe(700);
    expect(neededPace({ ...aimed, grain: 'month' })).toBeCloseTo(3043.75, 6);
  });

  it.each([{ target: null }, { target: 0 }, { horizonDays: null }, { horizonDays: 0 }])(
    'is not known with %j',
    (changed) => {
      expect(neededPace({ ...model(), target: 3000, horizonDays: 30, ...changed })).toBeNull();
    },
  );
});
