import type { Notice } from '../../contract';

/** Something that happened, as it is shown on a picture over time. */
export interface ShopEvent {
  /** The same for the same event, whoever asks and whenever. */
  id: string;
  /** In ms since 1970-01-01 UTC. */
  time: number;
  /** Its last ms; absent: it happened at one moment. */
  timeEnd?: number;
  title: string;
  text: string;
  /** The source first; without commas. */
  tags: readonly string[];
}

/** What one source has to tell. */
export interface Told {
  events: ShopEvent[];
  notices?: readonly Notice[];
}
