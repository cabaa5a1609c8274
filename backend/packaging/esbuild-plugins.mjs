import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

/** Compiles .proto files while bundling, so that a starting process needs no parser for them. */
export const protocolFiles = {
  name: 'protocol files',
  setup({ onLoad }) {
    onLoad({ filter: /\.proto$/ }, async ({ path }) => {
      const { root } = protobuf.parse(await readFile(path, 'utf8'), { keepCase: true });
      return { contents: JSON.stringify(root.toJSON()), loader: 'json' };
    });
  },
};

/** Lets the bundle find DuckDB's native library; see bindings.cjs. */
export const nativeBindings = {
  name: 'native bindings',
  setup({ onResolve }) {
    const standIn = fileURLToPath(new URL('bindings.cjs', import.meta.url));
    onResolve({ filter: /^@duckdb\/node-bindings$/ }, ({ importer }) =>
      importer === standIn ? { external: true } : { path: standIn },
    );
  },
};

/** grpc-js loads .proto files itself only for its debugging service, which is off. */
export const withoutProtoLoader = {
  name: 'without proto-loader',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@grpc\/proto-loader$/ }, () => ({ path: 'proto-loader', namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};
