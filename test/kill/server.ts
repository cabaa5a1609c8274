import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** What the churnwatch command runs, without looking whether it is newer than its sources: the shop's training did. */
const PROGRAM = join(process.cwd(), '..', 'backend', 'dist', 'cli.mjs');

/** A real server that takes events for a warehouse, to be killed. */
export class Server {
  private complained = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  /** Starts one, and waits until it answers. */
  static async start(warehouse: string, files: string, webhooks: string): Promise<Server> {
    const args = [PROGRAM, 'start', '--data', files, '--out', warehouse, '--port', '0', '--webhooks-file', webhooks];
    const env = { ...process.env, KILL_SECRET: 'a secret of this test' };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    const address = new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', (text: Buffer) => {
        told += text.toString();
        const found = /is at (http:\S+)/.exec(told)?.[1];
        if (found) resolve(found.replace(/\/$/, ''));
      });
      child.stderr?.on('data', (text: Buffer) => (told += text.toString()));
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${told}`)));
    });
    const server = new Server(child, await address);
    child.stderr?.on('data', (text: Buffer) => (server.complained += text.toString()));
    return server;
  }

  /** What it has complained of. */
  get complaints(): string {
    return this.complained;
  }

  /** Ends it as a power failure would. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Asks it to end, and waits until it has. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill(signal);
    await ended;
  }
}
