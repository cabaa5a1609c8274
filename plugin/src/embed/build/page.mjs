// The pages, with the hashed names of this build.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createHash } from 'node:crypto';

/** The pages, with the module that each begins with and the one that it then loads. */
const PAGES = [
  { page: 'index.html', main: 'src/embed/main.ts', start: 'src/embed/boot/start.tsx' },
  { page: 'embed.html', main: 'src/embed/mainEmbed.ts', start: 'src/embed/boot/startEmbed.tsx' },
];

/** Writes the pages and the icon of the browser's tab into `folder`. */
export async function writePages(metafile, icons, root, folder) {
  const template = await readFile(`${root}src/embed/index.html`, 'utf8');
  const favicon = await copyFavicon(`${root}src/img/logo.svg`, folder);
  for (const { page, main, start } of PAGES) {
    const head = [
      `<link rel="icon" type="image/svg+xml" href="/assets/${favicon}" />`,
      ...assetsOf(metafile, main, start),
      `<script type="module" src="${address(entry(metafile, main)[0])}" data-icons="/assets/${icons}"></script>`,
    ];
    await writeFile(`${folder}/${page}`, template.replace('<!-- assets -->', head.join('\n    ')));
  }
}

/** What a page is sure to need, so that the browser asks for all of it at once. */
function assetsOf(metafile, main, start) {
  const [path, output] = entry(metafile, start);
  const imported = output.imports.filter(({ kind }) => kind === 'import-statement').map((one) => one.path);
  const styles = [entry(metafile, main)[1].cssBundle, output.cssBundle].filter(Boolean);
  return [
    ...styles.map((file) => `<link rel="stylesheet" href="${address(file)}" />`),
    ...[...new Set([path, ...imported])].map((file) => `<link rel="modulepreload" href="${address(file)}" />`),
  ];
}

function entry(metafile, source) {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === source);
  if (!found) throw new Error(`The bundle lacks its entry point ${source}.`);
  return found;
}

function address(path) {
  return `/assets/${basename(path)}`;
}

async function copyFavicon(file, folder) {
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 8);
  await copyFile(file, `${folder}/assets/favicon-${hash}.svg`);
  return `favicon-${hash}.svg`;
}
