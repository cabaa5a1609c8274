// churnwatch-panel.js: the one script that other pages load. It stands alone and keeps its name.
import { build } from 'esbuild';

/** Writes `folder`/churnwatch-panel.js. */
export function buildElement(root, folder) {
  return build({
    absWorkingDir: root,
    entryPoints: ['src/embed/element/churnwatchPanel.ts'],
    outfile: `${folder}/churnwatch-panel.js`,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    minify: true,
    logLevel: 'warning',
  });
}
