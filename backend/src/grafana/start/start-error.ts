/** Why the plugin cannot start, and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
