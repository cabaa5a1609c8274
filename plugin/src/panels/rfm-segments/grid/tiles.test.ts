import type { SegmentsModel } from '../data/model';
import { readSegments } from '../data/readSegments';
import { shopFrames } from '../testing/frames';
import { axisTexts, cellBox, emptyBoxes, gridTiles } from './tiles';

function shop(): SegmentsModel {
  const reading = readSegments(shopFrames());
  if (reading.state !== 'ready') throw new Error(`The frames are ${reading.state}.`);
  return reading.model;
}

describe('the grid of scores', () => {
  it('puts the most recent on top and the most frequent to the right', () => {
    expect(cellBox(5, 1, 600, 400).top).toBeLessThan(cellBox(1, 1, 600, 400).top);
    expect(cellBox(1, 5, 600, 400).left).toBeGreaterThan(cellBox(1, 1, 600, 400).left);
  });

  it('shows count and amount, the one that is counted first', () => {
    const [lost] = gridTiles(shop(), 'customers', 900, 500);
    expect(lost?.label.map(({ text, aside }) => [text, aside])).toEqual([
      ['600', 'R$ 60.0k'],
      ['Lost', undefined],
    ]);
    expect(gridTiles(shop(), 'revenue', 900, 500)[0]?.label[0]).toMatchObject({ text: 'R$ 60.0k', aside: '600' });
  });

  it('compares each cell with the largest', () => {
    expect(gridTiles(shop(), 'customers', 900, 500).map((tile) => tile.bar)).toEqual([1, 0.5, 1 / 6]);
  });

  it('draws the scores that nobody has as empty', () => {
    expect(emptyBoxes(shop().cells ?? [], 900, 500)).toHaveLength(22);
    expect(emptyBoxes([], 900, 500)).toHaveLength(25);
  });

  it('has no tiles without scores', () => {
    expect(gridTiles({ ...shop(), cells: null }, 'customers', 900, 500)).toEqual([]);
  });

  it('names both axes and numbers them', () => {
    const texts = axisTexts(900, 500).map((axis) => axis.text);
    expect(texts.filter((text) => /^[1-5]$/.test(text))).toHaveLength(10);
    expect(texts.slice(-2)).toEqual(['Recency score: 5 bought last', 'Frequency score: 5 bought most often']);
  });

  it('drops labels in cells that are too small for them, one by one', () => {
    const lines = [900, 500, 300, 120].map((width) => gridTiles(shop(), 'customers', width, 300)[0]?.label ?? []);
    expect(lines.map((label) => label.length)).toEqual([1, 1, 1, 0]);
    expect(lines.map((label) => label[0]?.aside)).toEqual(['R$ 60.0k', undefined, undefined, undefined]);
  });
});
