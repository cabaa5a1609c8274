import type { RiskBand, Segment, WarningNews } from '../../contract';

/** What a receiver can be told of. */
export const NEWS_TYPES = ['warning.created', 'warning.updated'] as const satisfies readonly WarningNews['type'][];

/** Where a receiver's secret comes from; the secret itself never stands in the file. */
export type SecretSource = { secretEnv: string } | { secretFile: string } | { secretKey: string };

/** An address that early warnings are sent to, as the file describes it. */
export interface ReceiverSpec {
  name: string;
  url: URL;
  secret: SecretSource;
  events: readonly WarningNews['type'][];
  /** Empty: all. */
  segments: readonly Segment[];
  /** Bands that the customer came from. Empty: all. */
  fromBands: readonly RiskBand[];
  /** Absent: as the settings say. */
  ids?: 'full' | 'short';
  /** Whether the address may lie in a private network, or be plain http. */
  allowPrivate: boolean;
}

/** The same with what signs its messages. */
export interface Receiver extends Omit<ReceiverSpec, 'secret' | 'ids'> {
  key: string;
  fullIds: boolean;
}

/** Whether a receiver is to be told. */
export function isFor(receiver: Pick<Receiver, 'events' | 'segments' | 'fromBands'>, news: WarningNews): boolean {
  const { events, segments, fromBands } = receiver;
  const { segment, from_band } = news.warning;
  return (
    events.includes(news.type) &&
    (segments.length === 0 || segments.some((one) => one === segment)) &&
    (fromBands.length === 0 || fromBands.includes(from_band))
  );
}
