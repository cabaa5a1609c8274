import type { FastifyInstance } from 'fastify';

const LOOPBACK = '127.0.0.1';
/** How many ports after the wanted one are tried before any free one is taken. */
const TRIES = 20;
/**
 * Connections that may wait to be taken; the system allows fewer where it is set so. Of senders that open a connection for
 * each of hundreds of events, those beyond would try again after one, two, four seconds only.
 */
const BACKLOG = 4096;

/**
 * Listens on the wanted port of an address. On the loopback interface the next free one is taken when it is busy; on others
 * it would be found by nobody.
 *
 * @returns the address to open, e.g. `http://127.0.0.1:4680`
 */
export async function listenNear(app: FastifyInstance, port: number, host = LOOPBACK): Promise<string> {
  const ports =
    port === 0 || host !== LOOPBACK
      ? [port]
      : [...Array.from({ length: TRIES }, (_, i) => port + i).filter((one) => one < 65_536), 0];
  for (const candidate of ports) {
    try {
      return await app.listen({ host, port: candidate, backlog: BACKLOG });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`Port ${port} of ${host} is taken by another process.`);
}
