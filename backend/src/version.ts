import manifest from '../package.json';

/** The product's version, as in package.json. */
export const version: string = manifest.version;
