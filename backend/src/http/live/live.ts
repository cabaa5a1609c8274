import type { LiveSource, ResolvedSettings } from '../../contract';
import { AnswerError } from '../ask';
import type { LiveAccess } from './access';
import { LIVE_LIMITS, type LiveLimits } from './limits';
import { Seats } from './seats';
import { Strangers } from './strangers';

export interface LiveOptions {
  /** Where events come from; undefined where this process does not keep them. */
  source(): Promise<LiveSource | undefined>;
  settings: Pick<ResolvedSettings, 'maskCustomerIds'>;
  access: LiveAccess;
  limits?: Partial<LiveLimits>;
  onFault(message: string, error: unknown): void;
}

/** What the live connections of one server have in common. */
export class Live {
  readonly limits: LiveLimits;
  readonly seats: Seats;
  readonly strangers: Strangers;
  private readonly ends = new Set<() => void>();

  constructor(readonly options: LiveOptions) {
    this.limits = { ...LIVE_LIMITS, ...options.limits };
    this.seats = new Seats(this.limits);
    this.strangers = new Strangers(this.limits, options.access);
  }

  /** @throws AnswerError 503 where there is nothing to follow */
  async source(): Promise<LiveSource> {
    const source = await this.options.source();
    if (source) return source;
    throw new AnswerError(503, 'Early warnings are not kept by this server at the moment; its log says why.');
  }

  /** Has a connection ended with the server. @returns what is to be called once it has ended */
  endWithServer(end: () => void): () => void {
    this.ends.add(end);
    return () => void this.ends.delete(end);
  }

  /** Ends all connections. */
  close(): void {
    for (const end of this.ends) end();
  }
}
