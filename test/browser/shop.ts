import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND, trainedShop } from '../shared/trained-shop';

export { COMMAND } from '../shared/trained-shop';

/** A generated shop behind the real `churnwatch start`. */
export interface Shop {
  /** Folder with the shop's CSV files. */
  files: string;
  /** Folder of the warehouse built from them. */
  warehouse: string;
  /** Where the viewer is, such as `http://127.0.0.1:4680`. */
  address: string;
  close(): Promise<void>;
}

/** Serves a copy of the trained shop with the command that a user would type, and with more of its options. */
export async function openShop(...more: string[]): Promise<Shop> {
  const { files, warehouse: trained } = await trainedShop();
  const folder = mkdtempSync(join(tmpdir(), 'churnwatch-browser-'));
  const warehouse = join(folder, 'warehouse');
  cpSync(trained, warehouse, { recursive: true, preserveTimestamps: true });
  const args = [COMMAND, 'start', '--data', files, '--port', '0', '--out', warehouse, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const close = async (): Promise<void> => {
    await stop(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { files, warehouse, address: await addressOf(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (text: Buffer): void => {
      printed += text.toString();
      const address = /Churnwatch is at (http:\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', (code) => reject(new Error(`churnwatch start ended with ${code}: ${printed}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}
