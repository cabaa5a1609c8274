// index.html, with the hashed names of this build.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createHash } from 'node:crypto';

/** Writes `folder`/index.html and the icon of the browser's tab. */
export async function writePage(metafile, icons, root, folder) {
  const outputs = Object.entries(metafile.outputs);
  const main = outputs.find(([, output]) => output.entryPoint === 'src/embed/main.ts');
  const start = outputs.find(([, output]) => output.entryPoint === 'src/embed/boot/start.tsx');
  if (!main || !start) throw new Error('The bundle lacks its entry points.');
  const preload = [
    start[0],
    ...start[1].imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
  ];
  const styles = [main[1].cssBundle, start[1].cssBundle].filter(Boolean);
  const template = await readFile(`${root}src/embed/index.html`, 'utf8');
  const favicon = await copyFavicon(`${root}src/img/logo.svg`, folder);
  const head = [
    `<link rel="icon" type="image/svg+xml" href="/assets/${favicon}" />`,
    ...styles.map((path) => `<link rel="stylesheet" href="${address(path)}" />`),
    ...[...new Set(preload)].map((path) => `<link rel="modulepreload" href="${address(path)}" />`),
    `<script type="module" src="${address(main[0])}" data-icons="/assets/${icons}"></script>`,
  ];
  await writeFile(`${folder}/index.html`, template.replace('<!-- assets -->', head.join('\n    ')));
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
