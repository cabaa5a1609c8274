import type { FastifyInstance } from 'fastify';

const HOST = '127.0.0.1';
/** How many ports after the wanted one are tried before any free one is taken. */
const TRIES = 20;

/**
 * Listens on the wanted port of the loopback interface, or on the next free one when it is busy.
 *
 * @returns the address to open, e.g. `http://127.0.0.1:4680`
 */
export async function listenNear(app: FastifyInstance, port: number): Promise<string> {
  const ports =
    port === 0 ? [0] : [...Array.from({ length: TRIES }, (_, i) => port + i).filter((one) => one < 65_536), 0];
  for (const candidate of ports) {
    try {
      return await app.listen({ host: HOST, port: candidate });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`No free port was found on ${HOST}.`);
}
