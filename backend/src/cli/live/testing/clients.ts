import { WebSocket, type ClientOptions } from 'ws';
import { eventually } from '../../../grafana/testing/eventually';

export interface Message {
  type: string;
  id?: string;
  code?: string;
  message?: string;
  [name: string]: unknown;
}

export interface SocketClient {
  readonly socket: WebSocket;
  /** All that was received. */
  readonly messages: Message[];
  send(message: unknown): void;
  /** Sends text as it is. */
  sendText(text: string): void;
  /** The first message of a type from the given number of them on, once it is there. */
  message(type: string, after?: number): Promise<Message>;
  /** How the connection was closed. */
  closed: Promise<{ code: number; reason: string }>;
  /** The status and body with which the server refused to open it; undefined when it did not. */
  refused: Promise<{ status: number; body: string } | undefined>;
}

/** Opens a WebSocket. */
export function openSocket(url: string, options: ClientOptions = {}): SocketClient {
  const socket = new WebSocket(url, options);
  const messages: Message[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data)) as Message));
  socket.on('error', () => undefined);
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  const refused = new Promise<{ status: number; body: string } | undefined>((resolve) => {
    socket.on('open', () => resolve(undefined));
    socket.on('unexpected-response', (request, response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
  });
  const whenOpen = (send: () => void): void => void refused.then(() => send());
  return {
    socket,
    messages,
    closed,
    refused,
    send: (message) => whenOpen(() => socket.send(JSON.stringify(message))),
    sendText: (text) => whenOpen(() => socket.send(text)),
    message: async (type, after = 0) => {
      const found = (): Message | undefined => messages.filter((one) => one.type === type)[after];
      await eventually(() => found() !== undefined);
      return found()!;
    },
  };
}

export interface StreamClient {
  status: number;
  headers: Headers;
  /** The text received so far. */
  text(): string;
  /** The end of it, which is quick to look at however much there is. */
  tail(): string;
  /** The events received so far: their name, id and data. */
  events(): { event: string; id?: string; data: Record<string, unknown> }[];
  /** Settles when the server has ended it. */
  ended: Promise<void>;
  leave(): void;
}

/** Opens a stream of server-sent events; `status` alone tells when it is refused. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<StreamClient> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  let text = '';
  let tail = '';
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      const more = decoder.decode(part, { stream: true });
      text += more;
      tail = (tail + more).slice(-20_000);
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    text: () => text,
    tail: () => tail,
    events: () =>
      text
        .split('\n\n')
        .slice(0, -1)
        .map(blockOf)
        .filter(({ event }) => event !== ''),
    ended: read().catch(() => undefined),
    leave: () => abort.abort(),
  };
}

function blockOf(block: string) {
  const field = (name: string): string | undefined =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  return { event: field('event') ?? '', id: field('id'), data: JSON.parse(field('data') ?? '{}') };
}
