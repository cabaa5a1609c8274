import { PlaceError, readHosts, readOrigins } from '../../http/embed/places';
import type { EmbedOptions } from '../../http/pages';
import { WarehouseError } from '../../warehouse';
import { readSecret, secretPlace } from './secret';

export interface EmbedFlags {
  embedOrigin: string[];
  embedHost: string[];
  secretFile?: string;
}

/**
 * Whom the server lets in beside this machine's users, as the command line says.
 *
 * @throws WarehouseError for an origin or a name that is none
 */
export function embedOptions(flags: EmbedFlags): EmbedOptions & { hosts: string[] } {
  const place = secretPlace(flags.secretFile);
  try {
    return {
      origins: readOrigins(flags.embedOrigin),
      hosts: readHosts(flags.embedHost),
      secret: () => readSecret(place),
    };
  } catch (error) {
    if (!(error instanceof PlaceError)) throw error;
    throw new WarehouseError('usage', error.message, 'docs/embedding.md has examples.', { cause: error });
  }
}
