import type { LiveItem } from '../../contract';
import { LiveFeed, type FeedOptions } from './feed';
import { FakeNews, newsOf, updateOf } from './testing/fake-news';

let news: FakeNews;
let feed: LiveFeed;
beforeEach(() => (news = new FakeNews()));
afterEach(() => feed.close());

const open = async (given: Partial<FeedOptions> = {}): Promise<LiveFeed> =>
  (feed = await LiveFeed.open({ ...news.options, ...given }));

/** Alerts by the number of their step, predictions by their customer. */
const told = (items: readonly LiveItem[]): (string | number)[] =>
  items.map((item) => (item.type === 'churn_alert' ? item.step.seq : item.prediction.customer_id));

describe('those who follow', () => {
  it('are told what comes from then on, in one order', async () => {
    await open();
    const follower = feed.follower();
    news.warn(1);
    expect(follower.follow('alerts', {})).toBe('no');
    expect(follower.follow('predictions', {})).toBe('no');
    news.predict(updateOf('p1'));
    news.warn(2);
    news.predict(updateOf('p2'), updateOf('p3'));
    expect(told(await follower.next(10))).toEqual(['p1', 2, 'p2', 'p3']);
  });

  it('wait for what is to come', async () => {
    await open();
    const follower = feed.follower();
    follower.follow('alerts', {});
    const next = follower.next(10);
    news.warn(1);
    expect(told(await next)).toEqual([1]);
  });

  it('get as many at a time as they want', async () => {
    await open();
    const follower = feed.follower();
    follower.follow('alerts', {});
    for (let seq = 1; seq <= 5; seq++) news.warn(seq);
    expect(told(await follower.next(2))).toEqual([1, 2]);
    expect(told(await follower.next(10))).toEqual([3, 4, 5]);
  });

  it('are told nothing of a topic that they have left', async () => {
    await open();
    const follower = feed.follower();
    follower.follow('alerts', {});
    follower.follow('predictions', {});
    expect(follower.leave('predictions')).toBe(true);
    expect(follower.leave('predictions')).toBe(false);
    news.predict(updateOf('p1'));
    news.warn(1);
    expect(told(await follower.next(10))).toEqual([1]);
  });

  it.each([
    [{ segment: ['Loyal'] }, [2]],
    [{ band: ['high' as const] }, [1, 2, 3, 4]],
    [{ band: ['low' as const] }, []],
    [{ state: ['RJ', 'MG'] }, [3]],
    [{ warning_state: ['acted' as const] }, [4]],
    [{ change: ['created' as const] }, [1, 2, 3]],
    [{ segment: [], state: [] }, [1, 2, 3, 4]],
    [{ segment: ['Loyal'], state: ['RJ'] }, []],
  ])('get of alerts what they asked for: %j', async (filters, expected) => {
    await open();
    const follower = feed.follower();
    follower.follow('alerts', filters);
    follower.follow('predictions', {});
    news.warn(1);
    news.warn(2, { segment: 'Loyal' });
    news.warn(3, { state: 'RJ' });
    news.warn(4, { warning_state: 'acted' });
    news.predict(updateOf('end'));
    expect(told(await follower.next(10))).toEqual([...expected, 'end']);
  });

  it('can have of predictions only those that changed the band', async () => {
    await open();
    const follower = feed.follower();
    follower.follow('predictions', { band_changed: true });
    news.predict(updateOf('same', { from_band: 'high' }), updateOf('moved'), updateOf('first', { from_band: null }));
    expect(told(await follower.next(10))).toEqual(['moved', 'first']);
  });

  it('are let go when the feed ends', async () => {
    await open();
    const follower = feed.follower();
    follower.follow('alerts', {});
    const next = follower.next(10);
    feed.close();
    expect(await next).toEqual([]);
    expect(await follower.next(10)).toEqual([]);
    expect(news.listeners).toBe(0);
  });
});

describe('those who come back', () => {
  it('get what they have missed from what is at hand', async () => {
    await open();
    const before = feed.follower();
    before.follow('alerts', {});
    before.follow('predictions', {});
    news.warn(1);
    news.predict(updateOf('p1'));
    const last = (await before.next(10)).at(-1);
    before.close();
    news.warn(2);
    news.predict(updateOf('p2'));
    const follower = feed.follower();
    expect(follower.follow('alerts', {}, last?.id)).toBe('complete');
    expect(follower.follow('predictions', {}, last?.id)).toBe('complete');
    expect(told(await follower.next(10))).toEqual([2, 'p2']);
    expect(news.reads).toEqual([]);
  });

  it('get alerts of an earlier run from the store, then those at hand, each once', async () => {
    for (let seq = 1; seq <= 7; seq++) news.stored.push(newsOf(seq));
    await open();
    news.warn(8);
    const follower = feed.follower();
    expect(follower.follow('alerts', {}, '3')).toBe('complete');
    expect(told(await follower.next(3))).toEqual([4, 5, 6]);
    news.warn(9);
    expect(told(await follower.next(9))).toEqual([7, 8, 9]);
    news.warn(10);
    expect(told(await follower.next(9))).toEqual([10]);
  });

  it('get from the store what matches', async () => {
    for (let seq = 1; seq <= 9; seq++) news.stored.push(newsOf(seq, { state: seq === 8 ? 'RJ' : 'SP' }));
    await open();
    const follower = feed.follower();
    follower.follow('alerts', { state: ['RJ'] }, '0');
    expect(told(await follower.next(2))).toEqual([8]);
  });

  it('hear that predictions of an earlier run are not known any more', async () => {
    await open();
    news.predict(updateOf('p1'));
    const follower = feed.follower();
    expect(follower.follow('predictions', {}, '5_0ther-1')).toBe('partial');
    news.predict(updateOf('p2'));
    expect(told(await follower.next(10))).toEqual(['p2']);
  });

  it('hear that predictions too far back are not known any more', async () => {
    await open({ keptPredictions: 2 });
    const before = feed.follower();
    before.follow('predictions', {});
    const { position } = before;
    before.close();
    news.predict(updateOf('p1'), updateOf('p2'), updateOf('p3'));
    expect(feed.follower().follow('predictions', {}, position)).toBe('partial');
  });

  it('with an id that is still to come, as after an older backup was restored, go on from now', async () => {
    await open();
    news.warn(1);
    const follower = feed.follower();
    expect(follower.follow('alerts', {}, '999')).toBe('partial');
    news.warn(2);
    expect(told(await follower.next(10))).toEqual([2]);
  });

  it.each(['', 'abc', '-1', '1.5', '1_', '1_-', '1_run', 'x'.repeat(200)])('with no id are told so: %j', async (id) => {
    await open();
    expect(() => feed.follower().follow('alerts', {}, id)).toThrow('last_id must be the id of an event');
  });
});

describe('those who are slow', () => {
  it('lose no alerts, which they then get from the store', async () => {
    await open({ keptAlerts: 3 });
    const follower = feed.follower();
    follower.follow('alerts', {});
    for (let seq = 1; seq <= 20; seq++) news.warn(seq);
    const items: LiveItem[] = [];
    while (items.length < 20) items.push(...(await follower.next(4)));
    expect(told(items)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(follower.behind.aborted).toBe(false);
  });

  it('hear when predictions are lost to them, and nobody else does', async () => {
    await open({ keptPredictions: 3 });
    const [slow, other, alertsOnly] = [feed.follower(), feed.follower(), feed.follower()];
    slow.follow('predictions', {});
    other.follow('predictions', {});
    alertsOnly.follow('alerts', {});
    for (let i = 0; i < 5; i++) {
      news.predict(updateOf(`p${i}`));
      expect(told(await other.next(10))).toEqual([`p${i}`]);
    }
    expect(slow.behind.aborted).toBe(true);
    expect(await slow.next(10)).toEqual([]);
    expect([other.behind.aborted, alertsOnly.behind.aborted]).toEqual([false, false]);
  });
});

describe('the latest', () => {
  it('alerts are those of the store that match', async () => {
    for (let seq = 1; seq <= 9; seq++) news.stored.push(newsOf(seq, { state: seq % 2 ? 'RJ' : 'SP' }));
    await open();
    expect(told(await feed.latest('alerts', { state: ['SP'] }, 2))).toEqual([6, 8]);
  });

  it('predictions are those at hand', async () => {
    await open({ keptPredictions: 3 });
    news.predict(...['p1', 'p2', 'p3', 'p4'].map((id) => updateOf(id)));
    expect(told(await feed.latest('predictions', {}, 10))).toEqual(['p2', 'p3', 'p4']);
  });
});

it('misses no news that come while it is being opened', async () => {
  news.stored.push(newsOf(1));
  const { warnings } = news.options;
  const lastSeq = async (): Promise<number> => {
    const seq = await warnings.lastSeq();
    news.warn(2);
    return seq;
  };
  await open({ warnings: { ...warnings, lastSeq } });
  const follower = feed.follower();
  follower.follow('alerts', {}, '1');
  expect(told(await follower.next(10))).toEqual([2]);
});
