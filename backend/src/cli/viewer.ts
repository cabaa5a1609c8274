import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkoutFolder } from './bundle-folder';

/** Where the viewer's pages are after they have been bundled. */
export const viewerFolder = join(checkoutFolder, 'plugin', 'dist-embed');

/**
 * Bundles the viewer when it is missing or older than a source; otherwise returns at once.
 *
 * @throws Error with what the bundler printed
 */
export function ensureViewer(): Promise<void> {
  const script = join(checkoutFolder, 'plugin', 'embed.build.mjs');
  const child = spawn(process.execPath, [script, '--if-stale'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The viewer could not be bundled:\n${printed.trim()}`));
    });
  });
}
