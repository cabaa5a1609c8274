import { breakLine, fitLabel, type Line } from './label';
import { textWidth } from '../../../components/picture/textWidth';

const name: Line = { text: 'Potential loyalists', size: 13, weight: 600 };
const amount: Line = { text: '2,100', size: 22, weight: 500 };

describe('fitting a label', () => {
  it('takes the fullest label that fits', () => {
    expect(fitLabel([[name, amount], [name]], 300, 200)).toHaveLength(2);
    expect(fitLabel([[name, amount], [name]], 300, 40).map((line) => line.text)).toEqual(['Potential loyalists']);
  });

  it('is empty rather than clipped when nothing fits', () => {
    expect(fitLabel([[name], breakLine(name)], 60, 100)).toEqual([]);
    expect(fitLabel([[name]], 300, 12)).toEqual([]);
    expect(fitLabel([], 300, 300)).toEqual([]);
  });

  it('places lines below each other inside the tile', () => {
    const offsets = fitLabel([[name, amount]], 300, 60).map((line) => line.offset);
    expect(offsets[0]).toBeGreaterThan(0);
    expect(offsets[1]).toBeGreaterThan((offsets[0] ?? 0) + name.size / 2);
    expect(offsets[1]).toBeLessThan(60);
  });

  it('counts the text at the other end of a line', () => {
    const width = textWidth('2,100', 22) + 20;
    expect(fitLabel([[amount]], width, 60)).toHaveLength(1);
    expect(fitLabel([[{ ...amount, aside: 'R$ 1.2M' }]], width, 60)).toEqual([]);
  });
});

describe('breaking a line', () => {
  it('breaks at the space that leaves the halves most alike', () => {
    const texts = breakLine({ ...name, text: 'one two threefour' }).map((line) => line.text);
    expect(texts).toEqual(['one two', 'threefour']);
  });

  it('leaves one word whole', () => {
    expect(breakLine({ ...name, text: 'Champions' })).toEqual([{ ...name, text: 'Champions' }]);
  });
});
