import fc from 'fast-check';
import { cosine, exp, ln, logistic } from './portableMath';

describe('portable functions', () => {
  it('ln agrees with the engine over many magnitudes', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-30, max: 1e30, noNaN: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(1e-13 * (1 + Math.abs(Math.log(x))));
      }),
    );
  });

  it('exp agrees with the engine', () => {
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('exp stays finite and positive at the ends', () => {
    expect(exp(1e9)).toBe(exp(700));
    expect(exp(-1e9)).toBeGreaterThan(0);
  });

  it('cosine agrees with the engine between -1 and 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => {
        expect(Math.abs(cosine(x) - Math.cos(x))).toBeLessThan(1e-13);
      }),
    );
  });

  it('logistic maps 0 to a half and is symmetric', () => {
    expect(logistic(0)).toBe(0.5);
    expect(logistic(2) + logistic(-2)).toBeCloseTo(1, 14);
  });

  it.each([0, -1, NaN, Infinity])('ln refuses %p', (x) => {
    expect(() => ln(x)).toThrow(RangeError);
  });
});
