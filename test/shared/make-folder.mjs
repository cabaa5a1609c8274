import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for what the files of a test run share, such as a trained shop. */
export default async function makeSharedFolder() {
  process.env.CHURNWATCH_TEST_FOLDER = await mkdtemp(join(tmpdir(), 'churnwatch-test-'));
}
