import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const backend = fileURLToPath(new URL('..', import.meta.url));

/** The npm packages that have gone into a bundle, each with name, version, licence and the licence's text. */
export async function bundledPackages(metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const [folder] = /^.*node_modules\/(@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? [];
    if (folder) folders.add(join(backend, folder));
  }
  return Promise.all([...folders].sort().map(describe));
}

async function describe(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return { name, version, license, notice: texts.join('\n') };
}

/** Writes THIRD-PARTY.txt, for people, and bom.json (CycloneDX), for scanners. */
export async function writeNotices(folder, packages) {
  const unique = [...new Map(packages.map((one) => [`${one.name}@${one.version}`, one])).values()];
  await writeFile(join(folder, 'THIRD-PARTY.txt'), thirdPartyText(unique));
  await writeFile(join(folder, 'bom.json'), `${JSON.stringify(billOfMaterials(unique), null, 2)}\n`);
}

function thirdPartyText(packages) {
  const line = '='.repeat(80);
  const parts = packages.map(({ name, version = '', license = '', notice }) => {
    return [line, [name, version, license && `(${license})`].filter(Boolean).join(' '), line, notice.trim(), ''].join(
      '\n',
    );
  });
  return `Churnwatch's backend contains software of others:\n\n${parts.join('\n')}`;
}

function billOfMaterials(packages) {
  const components = packages.map(({ name, version, license }) => ({
    type: 'library',
    name,
    ...(version && { version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}` }),
    ...(license && { licenses: [{ expression: license }] }),
  }));
  return { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components };
}
