import { calibrate } from './calibration';
import { SampleError } from './errors';
import { makeWorld, tellHistory } from './history';
import { disappointment, dropoutProbability, probabilityOfReturn } from './loyalty';
import { NEVER } from './agenda';

const content = { daysLate: 0, score: 5, value: 0, knownDay: 0 };

describe('dropping out', () => {
  const weight = disappointment(content, 0);

  it('is likelier after delay and after a low score', () => {
    expect(disappointment({ ...content, daysLate: 1 }, 0)).toBeGreaterThan(weight);
    expect(disappointment({ ...content, daysLate: 9 }, 0)).toBeGreaterThan(
      disappointment({ ...content, daysLate: 2 }, 0),
    );
    expect(disappointment({ ...content, score: 1 }, 0)).toBeGreaterThan(disappointment({ ...content, score: 3 }, 0));
  });

  it('is less likely after a large order and for people who came back before', () => {
    expect(disappointment({ ...content, value: 2 }, 0)).toBeLessThan(weight);
    expect(disappointment(content, 1)).toBeLessThan(weight);
    expect(disappointment(content, 50)).toBe(disappointment(content, 3));
  });

  it('has a probability that follows the bias', () => {
    const at = (bias: number): number => dropoutProbability({ meanRate: 0.01, bias }, content, 0);
    expect(at(-30)).toBeCloseTo(0, 6);
    expect(at(30)).toBeCloseTo(1, 6);
  });
});

describe('the probability of return', () => {
  it('is that of a Poisson process until the horizon or the dropout', () => {
    expect(probabilityOfReturn(0.01, NEVER, 100)).toBeCloseTo(1 - Math.exp(-1.8), 12);
    expect(probabilityOfReturn(0.01, 110, 100)).toBeCloseTo(1 - Math.exp(-0.1), 12);
    expect(probabilityOfReturn(0.01, 100, 100)).toBe(0);
    expect(probabilityOfReturn(0.01, 20, 100)).toBe(0);
  });
});

describe('calibration', () => {
  it.each([
    [0, 26],
    [0.03, 26],
    [0.12, 26],
    [0.4, 26],
    [0.3, 8],
  ])('lets a share of %p come back within %p months', (repeatRate, months) => {
    const world = makeWorld({ customers: 6000, months, seed: 11, repeatRate });
    let several = 0;
    for (const event of tellHistory(world)) if (event.kind === 'fate' && event.orders > 1) several += 1;
    // Four standard errors of the share itself, and the same again for the trial persons.
    const slack = 8 * Math.sqrt((repeatRate * (1 - repeatRate)) / 6000);
    expect(Math.abs(several / 6000 - repeatRate)).toBeLessThanOrEqual(slack);
  });

  it('says when nobody has the time to come back', () => {
    const world = makeWorld({ customers: 300, months: 8, seed: 1, repeatRate: 0.1 });
    const onLastDayOnly = world.newcomers.map((_, index) => (index === world.newcomers.length - 1 ? 300 : 0));
    expect(() => calibrate(world, onLastDayOnly, world.clock, 0.3)).toThrow(SampleError);
    expect(() => calibrate(world, onLastDayOnly, world.clock, 0.3)).toThrow(
      /repeatRate 0.3 cannot be reached.*at most 0.03/,
    );
  });
});
