import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { NotReadyError, WarehouseKeeper, type BuildJob } from './keeper';

let out: string;
let keeper: WarehouseKeeper | undefined;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'keeper-'));
});

afterEach(async () => {
  await keeper?.close();
  rmSync(out, { recursive: true, force: true });
});

function keep(build: (job: BuildJob) => Promise<void>): WarehouseKeeper {
  keeper = new WarehouseKeeper({ data: () => undefined, out, build });
  return keeper;
}

const untilAborted = ({ signal }: BuildJob): Promise<void> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));

describe('WarehouseKeeper', () => {
  it('says how far the first build has come, and refuses queries with the same words', async () => {
    const started = new Promise<WarehouseKeeper>((resolve) => {
      const one = keep((job) => {
        job.onProgress({ step: 'reading orders', share: 0.6 });
        resolve(one);
        return untilAborted(job);
      });
    });
    const one = await started;
    expect(one.status()).toMatchObject({ state: 'building', progress: { step: 'reading orders', share: 0.6 } });
    const asked = one.use(() => Promise.resolve());
    await expect(asked).rejects.toThrow(NotReadyError);
    await expect(asked).rejects.toThrow('The warehouse is being built, 60% (reading orders)');
  });

  it("tells a failed build's own reason, and does not try again at once", async () => {
    const build = jest.fn(() => Promise.reject(new Error('orders: column "order_id" is missing')));
    const one = keep(build);
    await one.settled();
    expect(one.status()).toMatchObject({ state: 'failed', error: 'orders: column "order_id" is missing' });
    await expect(one.use(() => Promise.resolve())).rejects.toThrow('column "order_id" is missing');
    one.refresh();
    await one.settled();
    expect(build).toHaveBeenCalledTimes(1);
  });

  it('builds anew when asked, however soon after a failure, and once at a time', async () => {
    const jobs: BuildJob[] = [];
    const one = keep((job) => {
      jobs.push(job);
      return jobs.length === 1 ? Promise.reject(new Error('no orders')) : untilAborted(job);
    });
    await one.settled();
    expect(one.rebuild()).toBe(true);
    expect(one.status()).toMatchObject({ state: 'building', progress: { share: 0 } });
    expect(one.rebuild()).toBe(false);
    while (jobs.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(one.rebuild()).toBe(false);
    expect(jobs).toHaveLength(2);
  });

  it('says for how long a build has been under way, from the wish on', async () => {
    const one = keep(() => Promise.reject(new Error('no orders')));
    await one.settled();
    const now = performance.now();
    const timer = jest.spyOn(performance, 'now').mockReturnValue(now);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    expect(one.rebuild()).toBe(true);
    timer.mockReturnValue(now + 12_900);
    // It was set back meanwhile.
    clock.mockReturnValue(0);
    expect(one.status().progress).toMatchObject({ share: 0, seconds: 12 });
    timer.mockRestore();
    clock.mockRestore();
  });

  it('tells those who ask why there is nothing without where it lies on the disks', async () => {
    const one = keep(() => Promise.reject(new Error(`There is no folder /srv/shops/olist. ${out} is empty.`)));
    await one.settled();
    expect(one.status().error).toContain('/srv/shops/olist');
    await expect(one.use(() => Promise.resolve())).rejects.toThrow(
      `There is no folder olist. ${basename(out)} is empty.`,
    );
  });

  it('does not build for ever what it has been asked to build and cannot', async () => {
    const build = jest.fn(() => Promise.reject(new Error('no orders')));
    const one = keep(build);
    await one.settled();
    expect(one.rebuild()).toBe(true);
    await one.settled();
    expect(one.status()).toMatchObject({ state: 'failed', error: 'no orders' });
    expect(build).toHaveBeenCalledTimes(2);
  });

  it('builds no more once it is closed', async () => {
    const one = keep(() => Promise.reject(new Error('no orders')));
    await one.close();
    expect(one.rebuild()).toBe(false);
  });

  it('stops a running build when it is closed', async () => {
    let stopped = false;
    const started = new Promise<void>((resolve) =>
      keep(async (job) => {
        resolve();
        await untilAborted(job).catch(() => (stopped = true));
      }),
    );
    await started;
    await keeper?.close();
    expect(stopped).toBe(true);
  });
});
