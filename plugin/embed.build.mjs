// Bundles the stand-alone viewer of the dashboards (src/embed) into dist-embed/: index.html, embed.html (for
// frames of other pages), churnwatch-panel.js (the element that makes such a frame) and hashed files in assets/.
// Run it as it is, or through buildEmbed() from the command that serves the result.
import { build } from 'esbuild';
import { mkdir, rename, rm } from 'node:fs/promises';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { directImports } from './src/embed/build/directImports.mjs';
import { copyFonts } from './src/embed/build/fonts.mjs';
import { writeIcons } from './src/embed/build/icons.mjs';
import { buildElement } from './src/embed/build/element.mjs';
import { writePages } from './src/embed/build/page.mjs';
import { substitutes } from './src/embed/build/substitutes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The folder with the viewer, ready to be served. */
export const EMBED_FOLDER = `${here}dist-embed`;

const SOURCES = ['src', '../backend/src/contract', 'embed.build.mjs', 'package.json', '../package-lock.json'];

/** True when the viewer has not been built, or something that it is made of has changed since. */
export function embedIsStale() {
  const built = newest(`${EMBED_FOLDER}/index.html`);
  return built === 0 || SOURCES.some((source) => newest(`${here}${source}`) > built);
}

/** Builds the viewer. A folder that is being served is swapped in one go, so that nobody meets half a viewer. */
export async function buildEmbed(folder = EMBED_FOLDER) {
  const fresh = `${folder}.${process.pid}.new`;
  const old = `${folder}.${process.pid}.old`;
  const assets = `${fresh}/assets`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  try {
    const { metafile } = await bundle(assets);
    await copyFonts(assets);
    const icons = await writeIcons(metafile, here, assets);
    await writePages(metafile, icons, here, fresh);
    await buildElement(here, fresh);
    await rename(folder, old).catch(ignoreMissing);
    await rename(fresh, folder);
    return metafile;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

function bundle(outdir) {
  return build({
    absWorkingDir: here,
    entryPoints: { main: 'src/embed/main.ts', embed: 'src/embed/mainEmbed.ts' },
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets/',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    metafile: true,
    legalComments: 'linked',
    jsx: 'transform',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'file' },
    alias: { '@contract': `${here}../backend/src/contract/index.ts` },
    plugins: [substitutes(here), directImports(here)],
    logLevel: 'warning',
  });
}

/** Time (ms) of the latest change of a file, or of any file in a folder that is no test; 0 when there is none. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return /\.test\.\w+$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

function ignoreMissing(error) {
  if (error.code !== 'ENOENT') throw error;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildEmbed();
