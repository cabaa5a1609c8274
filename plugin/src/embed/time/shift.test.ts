import { moved, widened } from './shift';

it('moves by half of the length', () => {
  expect(moved({ from: 100, to: 200 }, -1)).toEqual({ from: 50, to: 150 });
  expect(moved({ from: 100, to: 200 }, 1)).toEqual({ from: 150, to: 250 });
});

it('widens to twice the length around the same middle', () => {
  expect(widened({ from: 100, to: 200 })).toEqual({ from: 50, to: 250 });
});
