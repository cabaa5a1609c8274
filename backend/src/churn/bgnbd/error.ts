/** Purchase histories that BG/NBD cannot be fitted to or used on; the message says why and what to do. */
export class BgNbdError extends Error {
  override readonly name = 'BgNbdError';
}
