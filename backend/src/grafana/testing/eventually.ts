import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

/** Waits until something is so; fails when it does not become so. */
export async function eventually(isSo: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`it did not become so within ${PATIENCE_MS} ms: ${isSo}`);
    await sleep(5);
  }
}
