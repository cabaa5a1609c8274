import { fork, type ChildProcess } from 'node:child_process';
import { QueryError } from '../../../contract';
import { NO_MEMORY } from '../failures';
import type { Answers, FromChild, Request, ToChild } from './messages';

/** How long after its answer is no longer wanted a child may go on before it is killed. */
const GRACE_MS = 300;
/** What Node and DuckDB's library need of the environment; nothing else of it can be read where statements run. */
const ENVIRONMENT = ['LD_LIBRARY_PATH', 'SystemRoot', 'TMPDIR', 'TEMP'];

interface Asked {
  resolve(answer: never): void;
  reject(reason: unknown): void;
}

/** A process that works on statements, and can be killed whatever they make DuckDB do. */
export class SandboxChild {
  private readonly child: ChildProcess;
  private readonly asked = new Map<number, Asked>();
  private nextId = 1;
  private outOfMemory = false;
  /** False once the process has ended, or is being killed. */
  alive = true;
  /** True when it had better not take another statement. */
  tired = false;

  /** @param onExit called when the process has ended, whatever ended it */
  constructor(program: string, onExit: () => void) {
    const environment = ENVIRONMENT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
    this.child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: Object.fromEntries(environment) as NodeJS.ProcessEnv,
      execArgv: [],
      cwd: '/',
    });
    this.child.on('message', (message: FromChild) => this.take(message));
    this.child.once('error', (error) => this.ended(new Error(`The SQL process failed: ${error.message}`)));
    this.child.once('exit', () => {
      this.ended(new QueryError(this.outOfMemory ? NO_MEMORY : DIED));
      onExit();
    });
  }

  /**
   * Sends a request.
   *
   * @throws QueryError when the statement fails, or takes its process down
   * @throws the signal's reason when it is aborted before the answer: what then does not stop by itself is killed
   */
  async ask<T extends Request>(request: T, signal: AbortSignal): Promise<Answers[T['type']]> {
    signal.throwIfAborted();
    const id = this.nextId++;
    const answered = new Promise<Answers[T['type']]>((resolve, reject) => this.asked.set(id, { resolve, reject }));
    let grace: NodeJS.Timeout | undefined;
    const stop = (): void => {
      this.send({ stop: id });
      grace = setTimeout(() => this.kill(signal.reason), GRACE_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      this.send({ id, request });
      const answer = await answered;
      signal.throwIfAborted();
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      this.asked.delete(id);
      signal.removeEventListener('abort', stop);
      clearTimeout(grace);
    }
  }

  /** Ends the process at once; whoever waits for an answer gets the reason. */
  kill(reason: unknown): void {
    this.child.kill('SIGKILL');
    this.ended(reason);
  }

  private send(message: ToChild): void {
    if (!this.alive) return this.ended(new QueryError(DIED));
    this.child.send(message, (error) => {
      if (error) this.kill(new QueryError(DIED));
    });
  }

  private take(message: FromChild): void {
    if ('outOfMemory' in message) {
      this.outOfMemory = true;
      this.alive = false;
    } else if ('tired' in message) {
      this.tired = true;
    } else if ('answer' in message) {
      this.asked.get(message.id)?.resolve(message.answer as never);
    } else {
      const { failure, query } = message;
      this.asked.get(message.id)?.reject(query ? new QueryError(failure) : new Error(failure));
    }
  }

  private ended(reason: unknown): void {
    this.alive = false;
    for (const { reject } of this.asked.values()) reject(reason);
  }
}

const DIED = 'The SQL needed so much that it had to be stopped. Ask for fewer rows or columns, or a simpler result.';
