// Packages under @grafana/ui and @grafana/data that the viewer replaces while it is bundled, because it needs little or
// nothing of them.

/** Nobody edits code, draws maps or parses custom themes here; the modules only have to be importable. */
const NEVER_CALLED = /^(monaco-editor|@monaco-editor\/react|ol|zod)(\/|$)/;

/** What @grafana/ui and @grafana/data import from them; the bundler names what is missing here. */
const NAMES = ['z', 'object', 'string', 'loader', 'Geometry'];

/** Any use yields the same harmless function again, so that declarations at a module's top still run. */
const HARMLESS = `
const harmless = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : harmless),
  apply: () => harmless,
  construct: () => harmless,
});
export default harmless;
export { ${NAMES.map((name) => `harmless as ${name}`).join(', ')} };
`;

/** Time zone rules from 1970 to 2030 instead of all centuries: a sixth of the size. */
const MOMENT_TIMEZONE = 'moment-timezone/builds/moment-timezone-with-data-1970-2030.js';

/** CommonJS whose default export is meant; from an .mjs file the bundler would hand over the whole module instead. */
const SCROLLBARS = 'react-custom-scrollbars-2';
const ONLY_DEFAULT = `import { Scrollbars } from '${SCROLLBARS}'; export default Scrollbars;`;

/** An esbuild plugin that puts the substitutes in place. @param root folder of the workspace, with a slash at its end */
export function substitutes(root) {
  return {
    name: 'substitutes',
    setup(build) {
      build.onResolve({ filter: NEVER_CALLED }, ({ path }) => ({
        path,
        namespace: 'never-called',
        sideEffects: false,
      }));
      build.onLoad({ filter: /.*/, namespace: 'never-called' }, () => ({ contents: HARMLESS, loader: 'js' }));
      build.onResolve({ filter: /^moment-timezone$/ }, ({ resolveDir }) =>
        build.resolve(MOMENT_TIMEZONE, { resolveDir, kind: 'import-statement' }),
      );
      build.onResolve({ filter: /^@grafana\/runtime$/ }, ({ importer }) => ({
        errors: [
          { text: `${importer} needs Grafana around it: the viewer has none. Hand in what it needs from outside.` },
        ],
      }));
      build.onResolve({ filter: new RegExp(`^${SCROLLBARS}$`) }, ({ path, resolveDir, namespace }) =>
        namespace === 'only-default' ? undefined : { path, namespace: 'only-default', pluginData: resolveDir },
      );
      build.onLoad({ filter: /.*/, namespace: 'only-default' }, ({ pluginData: resolveDir }) => ({
        contents: ONLY_DEFAULT,
        resolveDir,
      }));
      build.onResolve({ filter: /^react-inlinesvg$/ }, ({ path }) => ({ path, namespace: 'inline-svg' }));
      build.onLoad({ filter: /.*/, namespace: 'inline-svg' }, () => ({
        contents: `export { InlineSvg as default } from './src/embed/host/InlineSvg';`,
        resolveDir: root,
      }));
    },
  };
}
