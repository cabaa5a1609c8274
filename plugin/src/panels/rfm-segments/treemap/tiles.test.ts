import { readSegments } from '../data/readSegments';
import { frameOf, segmentRow, shopFrames } from '../testing/frames';
import { treemapTiles } from './tiles';

function rowsOf(frames: Parameters<typeof readSegments>[0]) {
  const reading = readSegments(frames);
  return reading.state === 'ready' ? reading.model.rows : [];
}

describe('tiles of the treemap', () => {
  const tiles = treemapTiles(rowsOf(shopFrames()), 'customers', 1000, 600);

  it('are sized by customers', () => {
    const areas = new Map(tiles.map((tile) => [tile.segment, tile.width * tile.height]));
    const ratio = (areas.get('Lost') ?? 0) / (areas.get('Champions') ?? 1);
    expect(ratio).toBeGreaterThan(5.7);
    expect(ratio).toBeLessThan(6.3);
  });

  it('are sized by revenue when asked', () => {
    const [largest] = treemapTiles(rowsOf(shopFrames()), 'revenue', 1000, 600);
    expect(largest?.segment).toBe('New');
    expect(largest?.label.map((line) => line.text)).toEqual(['New', 'R$ 100.0k', '50.0% of revenue', '10.0% churned']);
  });

  it('never overlap nor leave the picture', () => {
    for (const tile of tiles) {
      expect(Math.min(tile.left, tile.top)).toBeGreaterThanOrEqual(0);
      expect(tile.left + tile.width).toBeLessThanOrEqual(1000.001);
      expect(tile.top + tile.height).toBeLessThanOrEqual(600.001);
      const others = tiles.filter((other) => other !== tile);
      const touching = others.filter(
        (other) =>
          other.left < tile.left + tile.width &&
          tile.left < other.left + other.width &&
          other.top < tile.top + tile.height &&
          tile.top < other.top + other.height,
      );
      expect(touching).toEqual([]);
    }
  });

  it('say everything to screen readers', () => {
    const champions = tiles.find((tile) => tile.segment === 'Champions');
    expect(champions?.description).toBe(
      'Champions: Bought very recently, and most often. Customers 100 (10.0%); Revenue R$ 40,000.00 (20.0%); ' +
        'Churned 0.0%; Last purchase, mean 120.5 days ago; Days with a purchase, mean 1.25; ' +
        'Paid per customer, mean R$ 400.00.',
    );
  });

  it('leave out segments with nothing in them', () => {
    const frames = [frameOf('rfm_segments', [segmentRow('Lost', 5, -3), segmentRow('New', 0, 0)])];
    expect(treemapTiles(rowsOf(frames), 'customers', 300, 300).map((tile) => tile.segment)).toEqual(['Lost']);
    expect(treemapTiles(rowsOf(frames), 'revenue', 300, 300)).toEqual([]);
  });

  it('have no label where none fits', () => {
    const frames = [frameOf('rfm_segments', [segmentRow('Lost', 10_000, 1), segmentRow('Champions', 3, 1)])];
    const small = treemapTiles(rowsOf(frames), 'customers', 300, 200).find((tile) => tile.segment === 'Champions');
    expect(small?.label).toEqual([]);
  });
});
