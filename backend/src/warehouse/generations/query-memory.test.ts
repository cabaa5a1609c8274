import { queryMemory } from './query-memory';

it.each([
  [0, 16e9, '512MB'],
  [95_000, 16e9, '512MB'],
  [1_000_000, 16e9, '1500MB'],
  [1_000_000, 2e9, '1000MB'],
  [50_000_000, 16e9, '8000MB'],
  [1_000_000, 0.5e9, '512MB'],
])('%d customers on a machine of %d bytes', (customers, machine, memory) => {
  expect(queryMemory(customers, machine)).toBe(memory);
});

it('reckons with this machine where none is named', () => {
  expect(queryMemory(1)).toBe('512MB');
  expect(Number.parseInt(queryMemory(1e12), 10)).toBeGreaterThan(512);
});
