import type { EventsBody } from '../../contract';
import { openEventStore } from '../../events/store/store';
import { createApp } from '../../http/app';
import { fakeServed } from '../../http/testing/fake-served';
import { serveEvents } from './served-events';
import { SmallDisk } from './testing/small-disk';

const disk = SmallDisk.mount(8);
const TOGETHER = 200;
const MOST_REQUESTS = 40;

/** Some 8 KB each, hardly to be compressed. */
const review = (request: number, n: number): object => ({
  id: `e${request}-${n}`,
  type: 'order_reviewed',
  occurred_at: '2018-08-01T10:00:00Z',
  customer_id: 'ana',
  order_id: `o${request}-${n}`,
  score: 5,
  message: Array.from({ length: 1_300 }, (_, i) => ((request * TOGETHER + n + 1) * (i + 7) * 7_919).toString(36))
    .join(' ')
    .slice(0, 7_900),
});

/** Where others are at work on the machine, a disk is filled slowly. */
const PATIENCE_MS = 120_000;

if (typeof disk === 'string') it.skip(`takes no event while the disk is full (skipped: ${disk})`, () => {});
else describe('on a small disk', () => onSmallDisk(disk));

function onSmallDisk(small: SmallDisk): void {
  afterAll(() => small.remove());
  const { folder } = small;

  it(
    'takes no event while it is full, says so, loses nothing, and goes on when there is room',
    async () => {
      const events = serveEvents({ out: folder, rebuild: () => false, onFault: () => undefined });
      const app = createApp({
        served: { ...fakeServed(), events },
        version: '1',
        callerOf: () => ({ role: 'Operator', name: 'shop' }),
        onFault: () => undefined,
      });
      const send = async (request: number) => {
        const payload = Array.from({ length: TOGETHER }, (_, n) => review(request, n));
        const answer = await app.inject({ method: 'POST', url: '/api/events', payload });
        return { status: answer.statusCode, body: answer.json<EventsBody & { error: string }>() };
      };
      let taken = 0;
      while (taken < MOST_REQUESTS && (await send(taken)).status === 200) taken++;
      expect(taken).toBeGreaterThan(1);
      expect(taken).toBeLessThan(MOST_REQUESTS);
      for (let again = 0; again < 3; again++) {
        expect(await send(taken)).toEqual({ status: 503, body: { error: expect.stringMatching(/disk.* is full/) } });
      }
      expect(events.status()).toMatchObject({ state: 'unavailable', reason: expect.stringMatching(/disk.* is full/) });
      small.grow(64);
      expect(await send(taken)).toMatchObject({
        status: 200,
        body: { accepted: TOGETHER, duplicates: 0, rejected: 0 },
      });
      expect(await send(0)).toMatchObject({ status: 200, body: { accepted: 0, duplicates: TOGETHER } });
      expect(events.status()).toMatchObject({ state: 'ready' });
      await app.close();
      await events.close();

      const store = await openEventStore(folder);
      const all = (taken + 1) * TOGETHER;
      expect(
        await store.rows('SELECT count(*) AS events, count(DISTINCT id) AS ids, max(seq) AS last FROM events'),
      ).toEqual([{ events: all, ids: all, last: expect.any(Number) }]);
      expect(await store.rows('SELECT count(*) AS ids FROM event_ids')).toEqual([{ ids: all }]);
      await store.close();
    },
    PATIENCE_MS,
  );
}
