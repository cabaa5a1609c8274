// The icons that the bundled code can ask for, in one file instead of a request for each.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

const require = createRequire(import.meta.url);
const SHIPPED = require.resolve('@grafana/ui/package.json').replace('package.json', 'dist/public/img/icons');

/** Lists every icon there is; what it mentions is not used for that. */
const LIST_OF_ICONS = /@grafana\/data\/dist\/esm\/types\/icon\.mjs$/;
const LITERAL = /(["'`])([a-z][a-z0-9-]*)\1/g;

/**
 * Writes the icons whose names stand as literals in the bundled modules.
 *
 * @returns the file's name within `assets`
 */
export async function writeIcons(metafile, root, assets) {
  const names = await mentioned(metafile, root);
  const icons = {};
  for (const [key, file] of await available(`${root}src/embed/icons`)) {
    if (names.has(basename(file, '.svg'))) icons[key] = parse(await readFile(file, 'utf8'), file);
  }
  const json = JSON.stringify(icons);
  const name = `icons-${createHash('sha256').update(json).digest('hex').slice(0, 8)}.json`;
  await writeFile(`${assets}/${name}`, json);
  return name;
}

/** Files by `folder/name`: what @grafana/ui ships, and our own drawings of those it leaves to Grafana. */
async function available(own) {
  const files = [];
  for (const root of [SHIPPED, own]) {
    for (const folder of existsSync(root) ? await readdir(root) : []) {
      for (const name of await readdir(`${root}/${folder}`)) {
        if (name.endsWith('.svg')) files.push([`${folder}/${basename(name, '.svg')}`, `${root}/${folder}/${name}`]);
      }
    }
  }
  return files;
}

async function mentioned(metafile, root) {
  const names = new Set();
  const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  for (const path of new Set(bundled.map(([path]) => path))) {
    if (!/(@grafana\/ui|\/src)\/.*\.(mjs|tsx?)$|^src\/.*\.tsx?$/.test(path) || LIST_OF_ICONS.test(path)) continue;
    const source = await readFile(`${root}${path}`, 'utf8');
    for (const [, , name] of source.matchAll(LITERAL)) names.add(name);
  }
  return names;
}

/** The svg element's drawing and those of its attributes that decide how it looks. */
function parse(svg, file) {
  const found = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(svg);
  if (!found) throw new Error(`${file} holds no svg element.`);
  const attributes = {};
  for (const [, name, value] of found[1].matchAll(/\b(viewBox|fill|stroke)="([^"]*)"/g)) attributes[name] = value;
  return { attributes, content: found[2].trim() };
}
