import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Message {
  id: string;
  type: string;
  warning: { id: string };
}

/** A tool that is told of early warnings, and outlives the server that tells it. */
export class Receiver {
  /** What came, by the id of the message: once more under the same id is no other message. */
  readonly messages = new Map<string, Message>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      text(request).then(
        (body) => {
          const message = JSON.parse(body) as Message;
          receiver.messages.set(message.id, message);
          response.end();
        },
        // Whoever sent it was killed meanwhile.
        () => response.destroy(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  /** A webhooks file that names it; its secret stands in the variable KILL_SECRET. */
  get file(): string {
    const { port } = this.server.address() as AddressInfo;
    const receiver = { name: 'tool', url: `http://127.0.0.1:${port}/`, secretEnv: 'KILL_SECRET', allowPrivate: true };
    return JSON.stringify({ version: 1, receivers: [receiver] });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
