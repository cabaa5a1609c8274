import { messageOf } from '../../warehouse';
import { loadReceivers, type LoadOptions } from './load';
import type { Receiver } from './receiver';

export interface SubscriptionsOptions extends LoadOptions {
  file: string;
  /** Told once of each thing that is wrong with the file. */
  onFault(message: string, error: unknown): void;
}

/** The receivers that the file names; a file that was made unusable while we run leaves them as they were. */
export class Subscriptions {
  private receivers: readonly Receiver[] = [];
  private trouble: string | undefined;
  private loading: Promise<void> | undefined;
  private readonly first: Promise<void>;

  constructor(private readonly options: SubscriptionsOptions) {
    this.first = this.reload();
  }

  /** Why the file does not serve. */
  get problem(): string | undefined {
    return this.trouble;
  }

  /** Those of the last time that the file could be used. */
  get known(): readonly Receiver[] {
    return this.receivers;
  }

  /** The same, once the file has been read for the first time. Never rejects. */
  async loaded(): Promise<readonly Receiver[]> {
    await this.first;
    return this.receivers;
  }

  /** Reads the file and the secrets anew. Never rejects. */
  reload(): Promise<void> {
    this.loading ??= this.load().finally(() => (this.loading = undefined));
    return this.loading;
  }

  private async load(): Promise<void> {
    const { file, onFault, ...options } = this.options;
    try {
      this.receivers = await loadReceivers(file, options);
      this.trouble = undefined;
    } catch (error) {
      const problem = messageOf(error);
      if (problem !== this.trouble) onFault('webhooks', error);
      this.trouble = problem;
    }
  }
}
