import { divide, isTiny } from './layout';

const TEXTS = { summary: 'word '.repeat(30), model: 'word '.repeat(20), legend: ['Actual', 'Expected', '80% range'] };
const sum = (parts: ReturnType<typeof divide>) => Object.values(parts).reduce((total, part) => total + part, 0);

describe('the parts of the panel', () => {
  it.each([
    [1000, 500],
    [420, 300],
    [300, 180],
    [200, 120],
  ])('fill %d × %d px, and leave most to the picture', (width, height) => {
    const parts = divide(TEXTS, width, height);
    expect(sum(parts)).toBe(height);
    expect(parts.body).toBeGreaterThan(height * 0.3);
  });

  it('are all there where there is room; of a low panel the answer alone stays', () => {
    expect(Object.values(divide(TEXTS, 1000, 500)).every((part) => part > 0)).toBe(true);
    expect(divide(TEXTS, 1000, 150)).toMatchObject({ model: 0, toolbar: 0, legend: 0 });
  });

  it('take no room for what says nothing', () => {
    expect(divide({ summary: '', model: '', legend: [] }, 1000, 500)).toEqual({
      summary: 0,
      model: 0,
      toolbar: 32,
      legend: 0,
      body: 468,
    });
  });

  it('cannot be read in a tiny panel', () => {
    expect([isTiny(170, 500), isTiny(500, 100), isTiny(180, 110)]).toEqual([true, true, false]);
  });
});
