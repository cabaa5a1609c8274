import { drawInPlace, randomStream } from './random';

const first = (seed: number, index: number) => {
  const random = randomStream(seed, index);
  return Array.from({ length: 5 }, () => random.next());
};

test('a stream is the same each time', () => {
  expect(first(7, 3)).toEqual(first(7, 3));
});

test('streams of neighbouring seeds and indexes have nothing in common', () => {
  const all = [first(1, 1), first(1, 2), first(2, 1), first(2, 2), first(0, 0)].flat();
  expect(new Set(all).size).toBe(all.length);
});

test('numbers are spread evenly over [0, 1)', () => {
  const random = randomStream(11, 0);
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) tenths[Math.floor(random.next() * 10)]! += 1;
  // Nine degrees of freedom: above 33.7 in one of ten thousand cases.
  expect(tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(33.7);
});

test('draws without replacement, each equally often', () => {
  const random = randomStream(5, 0);
  const times = new Array<number>(6).fill(0);
  for (let i = 0; i < 6_000; i++) {
    const pool = Int32Array.of(0, 1, 2, 3, 4, 5);
    drawInPlace(pool, 0, 2, random);
    expect(new Set(pool).size).toBe(6);
    for (const drawn of pool.subarray(0, 2)) times[drawn]! += 1;
  }
  for (const count of times) expect(Math.abs(count - 2_000)).toBeLessThan(160);
});
