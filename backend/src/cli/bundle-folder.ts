import { fileURLToPath } from 'node:url';

/** The folder in which the running bundle lies: backend/dist in a checkout, the data source's folder in a package. */
export const bundleFolder = fileURLToPath(new URL('.', import.meta.url));

/** The checkout's root, for the commands that need its dashboards and viewer. */
export const checkoutFolder = fileURLToPath(new URL('../../', import.meta.url));
