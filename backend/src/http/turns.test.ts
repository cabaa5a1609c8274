import Fastify from 'fastify';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { takeTurns, Turns } from './turns';

describe('turns', () => {
  it('makes calls at once while nothing waits', () => {
    const turns = new Turns(2);
    const made: string[] = [];
    turns.take(() => made.push('a'));
    turns.take(() => made.push('b'));
    expect(made).toEqual(['a', 'b']);
  });

  it('makes a few of many in each turn of the event loop, in their order', async () => {
    const turns = new Turns(2);
    const made: number[] = [];
    for (let call = 0; call < 5; call++) turns.take(() => made.push(call));
    expect(made).toEqual([0, 1]);
    await nextTurn();
    expect(made).toEqual([0, 1, 2, 3]);
    await nextTurn();
    expect(made).toEqual([0, 1, 2, 3, 4]);
  });

  it('lets nobody overtake who waits', async () => {
    const turns = new Turns(1);
    const made: string[] = [];
    turns.take(() => {
      made.push('first');
      turns.take(() => made.push('second'));
    });
    turns.take(() => made.push('third'));
    await nextTurn();
    await nextTurn();
    expect(made).toEqual(['first', 'second', 'third']);
  });

  it('makes calls at once again after a pause', async () => {
    const turns = new Turns(1);
    turns.take(() => undefined);
    await nextTurn();
    let made = false;
    turns.take(() => (made = true));
    expect(made).toBe(true);
  });

  it('goes on after a call that fails', async () => {
    const turns = new Turns(1);
    let made = false;
    const fail = (): never => {
      throw new Error('failed');
    };
    expect(() => turns.take(fail)).toThrow('failed');
    turns.take(() => (made = true));
    await nextTurn();
    expect(made).toBe(true);
  });
});

describe('requests', () => {
  it('are all answered, and let what else happens in between', async () => {
    const app = Fastify();
    takeTurns(app);
    let answered = 0;
    app.get('/', async () => {
      await nextTurn();
      return { answer: ++answered };
    });
    const asked = Promise.all(Array.from({ length: 100 }, () => app.inject('/')));
    const seen = new Set<number>();
    while (answered < 100) {
      seen.add(answered);
      await nextTurn();
    }
    const answers = await asked;
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 100 }, () => 200));
    // All in one turn would have been seen as none, and then as a hundred.
    expect(seen.size).toBeGreaterThan(5);
    await app.close();
  });
});
