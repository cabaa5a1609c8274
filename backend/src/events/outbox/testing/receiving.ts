import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

export interface TestReceiver {
  url: string;
  /** What came, in order. */
  received: Received[];
  /** How it answers the next requests, each once; then with 204. */
  answers: ((response: ServerResponse) => void)[];
  /** Resolves once so many requests have come. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A receiver of webhooks on this machine. */
export async function testReceiver(): Promise<TestReceiver> {
  const waiting: { count: number; done(): void }[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      receiver.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const answer = receiver.answers.shift() ?? ((to: ServerResponse) => to.writeHead(204).end());
      answer(response);
      for (const one of waiting) if (receiver.received.length >= one.count) one.done();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: TestReceiver = {
    url: `http://127.0.0.1:${port}/hook/path-secret`,
    received: [],
    answers: [],
    until: (count) =>
      receiver.received.length >= count
        ? Promise.resolve()
        : new Promise((done) => waiting.push({ count, done: () => done() })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

export const answer =
  (status: number, headers: Record<string, string> = {}, body = '') =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end(body);
