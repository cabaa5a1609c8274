import { formatDay, formatDayOf, formatMoment, formatMonth } from './dates';

describe('days and moments', () => {
  it('writes a day in the language asked for, whatever the time zone', () => {
    expect(formatDay('2018-08-31', 'en-US')).toBe('Aug 31, 2018');
    expect(formatDay('2018-08-31', 'pt-BR')).toBe('31 de ago. de 2018');
  });

  it('writes a month in the language asked for', () => {
    expect(formatMonth('2018-08-31', 'en-US')).toBe('Aug 2018');
    expect(formatMonth('2018-08-31', 'pt-BR')).toBe('ago. de 2018');
    expect(formatMonth('unknown')).toBe('unknown');
  });

  it('writes the day of a moment, and a dash for none', () => {
    expect(formatDayOf(Date.UTC(2018, 7, 31, 23), 'en-US')).toBe('Aug 31, 2018');
    expect([formatDayOf(null), formatDayOf(Number.NaN)]).toEqual(['–', '–']);
  });

  it('writes a moment with its time', () => {
    expect(formatMoment('2018-08-31T14:05:00Z', 'en-US')).toMatch(/^Aug 31, 2018, 2:05\sPM$/);
  });

  it('leaves text that is no date as it is', () => {
    expect(formatDay('unknown')).toBe('unknown');
    expect(formatMoment('')).toBe('');
  });
});
