/** Why a connection is ended: to be said to the client. */
export class PartingError extends Error {
  override name = 'PartingError';

  constructor(
    readonly reason: 'slow' | 'access',
    message: string,
  ) {
    super(message);
  }
}

export const TOO_SLOW = 'You read too slowly. Connect again with the last id that you have received.';
export const ACCESS_ENDED = 'Your sign-in has ended, or your role has changed. Sign in again.';
export const SHUTTING_DOWN = 'The server is shutting down. Connect again with the last id that you have received.';
