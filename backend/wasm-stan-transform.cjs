// jest runs CommonJS, which has no top-level await: Prophet's optimiser awaits its WebAssembly at the top. Here its
// module becomes a thenable instead, so that `await import(...)` waits for the WebAssembly all the same.
const { transformSync } = require('@swc/core');

module.exports = {
  process: (text, filename) => {
    const source = text
      .replace('await $init;', '')
      .replace(
        /export \{ optimizer, .*\}/,
        'export const then = (resolve, reject) => $init.then(() => resolve({ optimizer }), reject);',
      );
    return transformSync(source, { filename, module: { type: 'commonjs' }, jsc: { target: 'es2022' } });
  },
};
