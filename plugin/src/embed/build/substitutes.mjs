// Packages and files under @grafana/ui and @grafana/data that the viewer replaces while it is bundled, because it needs
// little or nothing of them.

/** Time zone rules from 1970 to 2030 instead of all centuries: a sixth of the size. */
const MOMENT_TIMEZONE = 'moment-timezone/builds/moment-timezone-with-data-1970-2030.js';

/** What is imported from modules that are never called; the bundler names what is missing here. */
const NEVER_CALLED = ['z', 'object', 'string', 'loader', 'Geometry'];

/** Any use yields the same harmless function again, so that declarations at a module's top still run. */
const HARMLESS = `
const harmless = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : harmless),
  apply: () => harmless,
  construct: () => harmless,
});
export default harmless;
export { ${NEVER_CALLED.map((name) => `harmless as ${name}`).join(', ')} };
`;

/** Modules by what they are imported as, and what stands in for them. */
const MODULES = [
  // Nobody edits code, draws maps or parses custom themes here; the modules only have to be importable.
  { filter: /^(monaco-editor|@monaco-editor\/react|ol|zod)(\/|$)/, contents: HARMLESS },
  // The icons come with the page: see host/icons.
  {
    filter: /^react-inlinesvg$/,
    contents: `export { InlineSvg as default } from './src/embed/host/InlineSvg';`,
  },
  // CommonJS whose default export is meant; from an .mjs file the bundler would hand over the whole module instead.
  {
    filter: /^react-custom-scrollbars-2$/,
    contents: `import { Scrollbars } from 'react-custom-scrollbars-2'; export default Scrollbars;`,
  },
  // Used for nothing but the text in the tooltip of a cut-off title.
  {
    filter: /^react-dom\/server$/,
    contents: `
      const isNode = (one) => one !== null && one !== undefined && typeof one !== 'boolean';
      const textOf = (one) =>
        Array.isArray(one) ? one.map(textOf).join('') : typeof one === 'object' && one ? textOf(one.props?.children) : isNode(one) ? String(one) : '';
      export default { renderToStaticMarkup: textOf };
    `,
  },
];

/** Files that are replaced, by the end of their path. The time zone is the dashboard's: there is nothing to choose. */
const FILES = [{ filter: /TimePickerFooter\.mjs$/, contents: 'export const TimePickerFooter = () => null;' }];

/** An esbuild plugin that puts the substitutes in place. @param root folder of the workspace, with a slash at its end */
export function substitutes(root) {
  return {
    name: 'substitutes',
    setup(build) {
      MODULES.forEach(({ filter, contents }, i) => {
        const namespace = `substitute-${i}`;
        build.onResolve({ filter }, ({ path, namespace: importer }) =>
          importer === namespace ? undefined : { path, namespace, sideEffects: false },
        );
        build.onLoad({ filter: /.*/, namespace }, () => ({ contents, resolveDir: root }));
      });
      for (const { filter, contents } of FILES) build.onLoad({ filter }, () => ({ contents }));
      build.onResolve({ filter: /^moment-timezone$/ }, ({ resolveDir }) =>
        build.resolve(MOMENT_TIMEZONE, { resolveDir, kind: 'import-statement' }),
      );
      build.onResolve({ filter: /^@grafana\/runtime$/ }, ({ importer }) => ({
        errors: [
          { text: `${importer} needs Grafana around it: the viewer has none. Hand in what it needs from outside.` },
        ],
      }));
    },
  };
}
