import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { KafkaStatus } from '../../backend/src/contract';

const ROOT = join(__dirname, '..', '..');
/** Within node_modules, so that it finds what is not bundled. */
const READER = join(ROOT, 'node_modules', '.cache', 'churnwatch', 'kafka-reader.mjs');

/** Bundles the reader as the backend is bundled. */
export async function bundleReader(): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/kafka/reader.ts'],
    outfile: READER,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['@duckdb/*'],
    alias: { '@platformatic/wasm-utils': '@platformatic/wasm-utils/bundled' },
    loader: { '.sql': 'text' },
    banner: { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" },
    logLevel: 'error',
  });
}

/** With what the log has counted. */
export type ReaderStatus = KafkaStatus & { duplicates: number; taken: number };

/** A process that reads topics into the store of a folder. */
export class Reader {
  private readonly child: ChildProcess;
  private last: ReaderStatus | undefined;
  private said = '';

  constructor(out: string, broker: string, topic: string, more: object = {}) {
    this.child = fork(READER, [out, broker, topic, JSON.stringify(more)], { silent: true });
    this.child.on('message', (status) => (this.last = status as ReaderStatus));
    this.child.stderr?.on('data', (text: Buffer) => (this.said += text.toString()));
  }

  /** Settles once its status is so. @throws Error with what it said when it ends before */
  async until(isSo: (status: ReaderStatus) => boolean): Promise<ReaderStatus> {
    while (this.last === undefined || !isSo(this.last)) {
      if (this.child.exitCode !== null) throw new Error(`The reader has ended: ${this.said}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return this.last;
  }

  /** Hands it events as they come over REST. */
  append(events: readonly object[]): void {
    this.child.send({ events });
  }

  async stop(): Promise<void> {
    await this.end(() => this.child.send('stop'));
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.end(() => this.child.kill('SIGKILL'));
  }

  private async end(how: () => void): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    how();
    await ended;
  }
}

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** The process of a shop that sends to Kafka, and of those who look after its topics. */
export class Shop {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (answer: Answer) => void>();

  constructor(broker: string) {
    this.child = fork(join(__dirname, 'shop.mjs'), [broker]);
    this.child.on('message', (answer: Answer) => this.waiting.get(answer.id)?.(answer));
  }

  async ask(what: string, details: object = {}): Promise<unknown> {
    const id = this.waiting.size;
    const { error, result } = await new Promise<Answer>((resolve) => {
      this.waiting.set(id, resolve);
      this.child.send({ ...details, id, what });
    });
    if (error !== undefined) throw new Error(error);
    return result;
  }

  async send(topic: string, partition: number, ...values: (object | string | null)[]): Promise<void> {
    const messages = values.map((value) => ({
      partition,
      value: value === null || typeof value === 'string' ? value : JSON.stringify(value),
    }));
    await this.ask('send', { topic, messages });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await ended;
  }
}
