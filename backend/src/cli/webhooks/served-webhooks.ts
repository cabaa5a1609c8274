import type { ResolvedSettings, WebhooksStatus } from '../../contract';
import { Outbox, type Secrets } from '../../events/outbox';
import type { EventStore } from '../../events/store/store';
import type { WarningsOptions } from '../../events/warnings/warnings';
import type { GivenUp } from '../../queries/operations/figures';

export interface WebhooksOptions {
  settings: Pick<ResolvedSettings, 'webhooksFile' | 'maskCustomerIds'>;
  /** The data source's secure settings. */
  secure?: Secrets['secure'];
  onFault(message: string, error: unknown): void;
}

/** The sending of early warnings to other tools, from when the store of events is open. */
export interface WebhooksPart {
  /** Begins to send what waits in the store. @returns what queues news of warnings; undefined where nobody is told */
  open(store: EventStore): WarningsOptions['queue'];
  status(): WebhooksStatus;
  /** Messages that were given up in the last day, by receiver and minute. */
  givenUp(): readonly GivenUp[];
  /** Ends before the store is closed. */
  close(): Promise<void>;
}

/** Sends to the receivers in the webhooks file of the settings; to nobody when none is set. */
export function serveWebhooks({ settings, secure = {}, onFault }: WebhooksOptions): WebhooksPart {
  const { webhooksFile: file, maskCustomerIds } = settings;
  let outbox: Outbox | undefined;
  return {
    open: (store) => {
      if (file === undefined) return undefined;
      const fullIds = maskCustomerIds === 'nobody';
      const opened = new Outbox({ store, file, env: process.env, secure, fullIds, onFault });
      opened.start();
      outbox = opened;
      return (statements, news) => opened.queue(statements, news);
    },
    status: () => outbox?.status() ?? (file === undefined ? OFF : { ...OFF, state: 'unusable', problem: NOT_OPEN }),
    givenUp: () => outbox?.givenUp() ?? [],
    close: async () => {
      await outbox?.close();
      outbox = undefined;
    },
  };
}

const OFF: WebhooksStatus = {
  state: 'off',
  problem: null,
  waiting: 0,
  delivered: 0,
  failed: 0,
  dead: 0,
  receivers: [],
};

const NOT_OPEN =
  'Nothing is sent by this process: there is no warehouse yet, another process holds its events, or they cannot be opened. The log says why.';
