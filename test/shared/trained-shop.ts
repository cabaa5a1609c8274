import { generateSample } from '@churnwatch/sample';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { madeOnce } from '../../backend/src/warehouse/testing/made-once';

/** The command that a user would type. */
export const COMMAND = join(process.cwd(), '..', 'backend', 'bin', 'churnwatch.mjs');

/** A generated shop's files, and a warehouse that was built from them and trained: to be copied, never changed. */
export interface TrainedShop {
  files: string;
  warehouse: string;
}

/** A shop of 3,000 customers. Made by the first test file of a run that needs it: training takes longer than most tests. */
export async function trainedShop(): Promise<TrainedShop> {
  const shopIn = (folder: string): TrainedShop => ({
    files: join(folder, 'files'),
    warehouse: join(folder, 'warehouse'),
  });
  const made = await madeOnce('shop', async (folder) => {
    const { files, warehouse } = shopIn(folder);
    await generateSample({ out: files, customers: 3_000, seed: 7 });
    await run('train', '--data', files, '--out', warehouse);
  });
  return shopIn(made);
}

/** A warehouse of the generated sample that is shown where there is no shop, with its model. */
export function trainedSample(): Promise<string> {
  return madeOnce('sample', async (out) => {
    await run('build', '--sample', '--out', out);
    await run('train', '--out', out);
  });
}

function run(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complained = '';
  child.stderr.on('data', (text: Buffer) => (complained += text.toString()));
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`churnwatch ${args[0]} ended with ${code}: ${complained}`)),
    );
  });
}
