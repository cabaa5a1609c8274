import { nelderMead } from './nelder-mead';

test("finds the minimum of Rosenbrock's valley", () => {
  const found = nelderMead(([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2, [-1.2, 1], { tolerance: 1e-12 });
  expect(found.converged).toBe(true);
  expect(found.x[0]).toBeCloseTo(1, 4);
  expect(found.x[1]).toBeCloseTo(1, 4);
  expect(found.value).toBeLessThan(1e-9);
});

test('goes around where the function is not defined', () => {
  const found = nelderMead(([x]) => (x! <= 0 ? Infinity : x! - Math.log(x!)), [3], { size: -2.9 });
  expect(found.x[0]).toBeCloseTo(1, 3);
});

test('shrinks when no single corner can be bettered, on a function with many dents', () => {
  const dented = (x: readonly number[]) => x.reduce((sum, v) => sum + v * v + Math.abs(Math.sin(20 * v)), 0);
  const found = nelderMead(dented, [0.9, -0.7, 0.5]);
  expect(found.converged).toBe(true);
  expect(found.value).toBeLessThan(dented([0.9, -0.7, 0.5]));
});

test('says when the steps run out', () => {
  const found = nelderMead(([x]) => x! ** 2, [100], { maxSteps: 3 });
  expect(found.converged).toBe(false);
  expect(found.value).toBeLessThanOrEqual(100 ** 2);
});
