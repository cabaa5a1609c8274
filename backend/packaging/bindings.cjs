// Stands in for @duckdb/node-bindings in the bundle: in a package the native library lies beside the bundle, in a
// folder per platform; in a checkout it lies in node_modules.
const folder = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;

function load() {
  const beside = `./${folder}/duckdb.node`;
  try {
    require.resolve(beside);
  } catch {
    return require('@duckdb/node-bindings');
  }
  return require(beside);
}

module.exports = load();
