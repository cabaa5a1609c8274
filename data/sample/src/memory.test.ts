import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);

/** The orders of this sample, held as objects, would need several times this heap. */
const HEAP_MB = 32;
const CUSTOMERS = 60_000;

describe('memory', () => {
  it(`suffices at ${HEAP_MB} MB of heap for ${CUSTOMERS} customers`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sample-memory-'));
    try {
      const bundle = join(folder, 'generate.mjs');
      await build({
        entryPoints: [join(__dirname, 'index.ts')],
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile: bundle,
      });
      const script = join(folder, 'run.mjs');
      await writeFile(
        script,
        `import { generateSample } from './generate.mjs';
         const { orders } = await generateSample({ out: ${JSON.stringify(join(folder, 'out'))}, customers: ${CUSTOMERS} });
         console.log(orders, process.resourceUsage().maxRSS);`,
      );
      const { stdout } = await run(process.execPath, [`--max-old-space-size=${HEAP_MB}`, script]);
      const [orders = 0, kilobytes = Infinity] = stdout.split(' ').map(Number);
      expect(orders).toBeGreaterThan(CUSTOMERS);
      expect(kilobytes).toBeLessThan(250_000);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);
});
