import { readSegments } from '../data/readSegments';
import { shopFrames } from '../testing/frames';
import { divide, isTooSmall } from './divide';

const reading = readSegments(shopFrames());
const room = {
  rows: reading.state === 'ready' ? reading.model.rows : [],
  size: 'customers',
  withLegend: true,
} as const;

describe('dividing the panel', () => {
  it('uses all of the height', () => {
    const { toolbar, picture, legend } = divide({ ...room, width: 700, height: 400 });
    expect(toolbar + picture + legend).toBe(400);
    expect([toolbar, legend].every((part) => part > 0)).toBe(true);
  });

  it('never gives the legend more than its share', () => {
    expect(divide({ ...room, width: 60, height: 230 }).legend).toBe(69);
  });

  it('leaves out the legend first, then the toolbar', () => {
    expect(divide({ ...room, width: 700, height: 200 })).toEqual({ toolbar: 32, picture: 168, legend: 0 });
    expect(divide({ ...room, width: 700, height: 120 })).toEqual({ toolbar: 0, picture: 120, legend: 0 });
  });

  it('has no legend when none is wanted', () => {
    expect(divide({ ...room, withLegend: false, width: 700, height: 400 }).legend).toBe(0);
  });

  it.each([
    [199, 400, true],
    [400, 109, true],
    [200, 110, false],
  ])('%d x %d is too small for a picture: %s', (width, height, small) => {
    expect(isTooSmall(width, height)).toBe(small);
  });
});
