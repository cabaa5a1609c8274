// jest's counterpart of the .proto plugin in build.mjs: a .proto file becomes a module whose default export is
// protobufjs' JSON form of it.
const { parse } = require('protobufjs');

module.exports = {
  process: (text) => ({
    code: `module.exports = { __esModule: true, default: ${JSON.stringify(parse(text, { keepCase: true }).root.toJSON())} };`,
  }),
};
