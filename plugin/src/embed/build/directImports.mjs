// Lets our own modules import from the files of @grafana/ui that they use instead of from its index. The bundler splits
// code by file, and the index reaches everything: through it, each panel type would carry all of them.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const INDEX = resolve(dirname(require.resolve('@grafana/ui/package.json')), 'dist/esm/index.mjs');
const IMPORT = /import (type )?\{([^}]*)\} from '@grafana\/ui';/g;
const REEXPORT = /export \{([^}]*)\} from '(\.[^']*)';/g;

/** An esbuild plugin. @param root folder of the workspace, with a slash at its end */
export function directImports(root) {
  return {
    name: 'direct-imports',
    async setup(build) {
      const files = exportsOf(await readFile(INDEX, 'utf8'));
      const own = new RegExp(`^${root.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}src/.*\\.tsx?$`);
      build.onLoad({ filter: own }, async ({ path }) => ({
        contents: direct(await readFile(path, 'utf8'), files),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      }));
    },
  };
}

/** File and name there of each export. */
function exportsOf(index) {
  const files = new Map();
  for (const [, names, path] of index.matchAll(REEXPORT)) {
    for (const [local, name] of specifiers(names)) files.set(name, { local, path: resolve(dirname(INDEX), path) });
  }
  return files;
}

function direct(source, files) {
  return source.replace(IMPORT, (whole, type, names) => {
    if (type) return whole;
    const values = specifiers(names).filter(([name]) => !name.startsWith('type '));
    return values.map(([name, local]) => one(name, local, files.get(name))).join(' ');
  });
}

function one(name, local, file) {
  if (!file) return `import { ${name} as ${local} } from '@grafana/ui';`;
  return `import { ${file.local} as ${local} } from ${JSON.stringify(file.path)};`;
}

/** `A, B as C` as pairs of a name and what it is called here. */
function specifiers(names) {
  const parts = names.split(',').map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const [name, local] = part.split(/ as /);
      return [name, local ?? name];
    });
}
