import type { KafkaPosition } from '../../contract';
import type { Bounds } from './client';

/** Where a partition is read from, and what was lost if that is not where it should have gone on. */
export interface Start {
  partition: number;
  next: number;
  reset?: { from: number; reason: string };
}

export interface Known {
  partition: number;
  /** Where the log says to go on; undefined: nothing of this partition is in it. */
  stored: number | undefined;
  /** new: this topic was never read; awaited: nor was it there; remade: it was deleted and made anew since. */
  topic: 'new' | 'awaited' | 'known' | 'remade';
  bounds: Bounds;
}

/** Decides where to begin or go on with a partition. */
export function startOf(known: Known, settings: { startFrom: KafkaPosition; whenLost: KafkaPosition }): Start {
  const { partition, stored, bounds } = known;
  if (stored === undefined) {
    // Topics that were waited for, and partitions that one was given since, hold nothing that was meant to be skipped.
    return { partition, next: bounds[known.topic === 'new' ? settings.startFrom : 'earliest'] };
  }
  const reason = whyLost(stored, known, settings.whenLost);
  if (reason === undefined) return { partition, next: stored };
  return { partition, next: bounds[settings.whenLost], reset: { from: stored, reason } };
}

function whyLost(stored: number, { topic, bounds }: Known, whenLost: KafkaPosition): string | undefined {
  const { earliest, latest } = bounds;
  const on = `reading goes on with ${whenLost === 'earliest' ? 'the oldest message that is there' : 'what comes next'}`;
  if (topic === 'remade') return `The topic was deleted and made anew: ${on}.`;
  if (stored > latest) {
    return `The partition ends at offset ${latest}, though it was read up to ${stored} before: its end was lost, and ${on}.`;
  }
  if (stored >= earliest) return undefined;
  const lost = bounds[whenLost] - stored;
  return `Kafka deleted messages before they were read (the topic's retention): ${lost} offsets are skipped, and ${on}.`;
}
