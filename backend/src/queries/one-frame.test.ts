import { parseQuery, QUERY_KINDS, type Frame } from '../contract';
import { noData, textColumn } from '../frames';
import { framesNamed } from './one-frame';

const table = (name: string): Frame => ({
  name,
  fields: [{ column: textColumn('status', ['delivered']) }],
  meta: { type: 'table', typeVersion: [0, 1] },
});
const FRAMES = [table('reasons'), table('orders')];

describe('one frame of an answer', () => {
  it('is the one that was asked for', () => {
    expect(framesNamed(FRAMES, 'orders')).toEqual([FRAMES[1]]);
  });

  it('is every one where none was asked for', () => {
    expect(framesNamed(FRAMES, undefined)).toEqual(FRAMES);
  });

  it('is what says that there is no data, whatever that is called', () => {
    const none = [noData('scores', 'table')];
    expect(framesNamed(none, 'orders')).toEqual(none);
    expect(framesNamed([], 'orders')).toEqual([]);
  });

  it('is refused, with those that there are, where it has another name', () => {
    expect(() => framesNamed(FRAMES, 'order')).toThrow('The answer has no frame "order"; known: reasons, orders.');
  });

  it('may be asked for in a query of any kind', () => {
    for (const kind of QUERY_KINDS) {
      const rawSql = kind === 'sql' ? { rawSql: 'SELECT 1' } : {};
      expect(parseQuery({ kind, frame: 'orders', ...rawSql })).toMatchObject({ frame: 'orders' });
    }
    expect(parseQuery({ kind: 'kpis', frame: '' })).not.toHaveProperty('frame');
    expect(() => parseQuery({ kind: 'kpis', frame: 7 })).toThrow('frame');
  });
});
