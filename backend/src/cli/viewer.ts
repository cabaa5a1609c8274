import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkoutFolder } from './bundle-folder';

/** Where the viewer's pages are after they have been bundled. */
export const viewerFolder = join(checkoutFolder, 'plugin', 'dist-embed');

interface ViewerBundler {
  embedIsStale(): boolean;
  buildEmbed(): Promise<unknown>;
}

/**
 * Bundles the viewer when it is missing or older than a source; otherwise returns at once.
 *
 * @throws Error saying what is wrong with a source
 */
export async function ensureViewer(): Promise<void> {
  const script = pathToFileURL(join(checkoutFolder, 'plugin', 'embed.build.mjs')).href;
  const { embedIsStale, buildEmbed } = (await import(script)) as ViewerBundler;
  if (embedIsStale()) await buildEmbed();
}
