import { AS_OF_PARAMETER, KIND_SPECS, type ParameterSpec } from '@contract';
import { problemOf } from './problems';

function parameter(name: string): ParameterSpec {
  const spec = KIND_SPECS.customers.parameters.find((one) => one.name === name);
  if (!spec) throw new Error(`No parameter ${name}`);
  return spec;
}

describe('problems of a parameter', () => {
  it.each(['0', '-1', '1.5', 'ten', '1000001'])('a limit of %s is refused with the range', (text) => {
    expect(problemOf(parameter('limit'), text)).toBe('Write a whole number from 1 to 1,000,000.');
  });

  it.each(['2018-02-30', '30.06.2018', 'today'])('%s is no day', (text) => {
    expect(problemOf(AS_OF_PARAMETER, text)).toBe('Write a day such as 2018-06-30.');
  });

  it('a search that is too long is refused', () => {
    expect(problemOf(parameter('search'), 'x'.repeat(129))).toBe('At most 128 characters.');
  });

  it.each([
    ['limit', '25'],
    ['limit', '$rows'],
    ['limit', ''],
    ['search', '4f'],
    ['sort', 'anything'],
  ])('%s may be "%s"', (name, text) => {
    expect(problemOf(parameter(name), text)).toBeUndefined();
  });

  it('a day or a variable may stand as the as-of day', () => {
    expect([problemOf(AS_OF_PARAMETER, '2018-06-30'), problemOf(AS_OF_PARAMETER, '$day')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
