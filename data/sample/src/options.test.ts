import { SampleError } from './errors';
import { planOf, SAMPLE_DEFAULTS } from './options';

describe('options', () => {
  it('have defaults', () => {
    expect(planOf({ out: 'x' })).toEqual({ ...SAMPLE_DEFAULTS });
  });

  it('are taken as given', () => {
    const given = { customers: 100, months: 8, seed: 4_294_967_295, repeatRate: 0.6 };
    expect(planOf({ out: 'x', ...given })).toEqual(given);
  });

  it.each([
    [{ customers: 99 }, 'customers must be a whole number from 100 to 50000000, but was 99.'],
    [{ customers: 1000.5 }, 'customers must be a whole number'],
    [{ customers: NaN }, 'but was NaN'],
    [{ months: 7 }, 'months must be a whole number from 8 to 120, but was 7.'],
    [{ months: 121 }, 'but was 121'],
    [{ seed: -1 }, 'seed must be a whole number from 0 to 4294967295, but was -1.'],
    [{ seed: 2 ** 32 }, 'seed must be'],
    [{ repeatRate: 0.61 }, 'repeatRate must be a number from 0 to 0.6, but was 0.61.'],
    [{ repeatRate: -0.1 }, 'repeatRate must be'],
    [{ repeatRate: Infinity }, 'but was Infinity'],
    [{ out: ' ' }, 'No output folder was given.'],
  ])('%j is refused with words', (options, words) => {
    expect(() => planOf({ out: 'x', ...options })).toThrow(SampleError);
    expect(() => planOf({ out: 'x', ...options })).toThrow(words);
  });
});
