/** What becomes of an early warning: where it stands in the work of the people who act on it. */
export const WARNING_STATES = ['new', 'acknowledged', 'acted', 'resolved', 'false_alarm'] as const;
export type WarningState = (typeof WARNING_STATES)[number];

export interface WarningStateStyle {
  label: string;
  /** A colour by its name in Grafana; never the only mark. */
  color: string;
}

/** What a state is called and coloured in tables; the same as on the page of warnings. */
export const WARNING_STATE_STYLES: Readonly<Record<WarningState, WarningStateStyle>> = {
  new: { label: 'New', color: 'red' },
  acknowledged: { label: 'Acknowledged', color: 'orange' },
  acted: { label: 'Acted on', color: 'blue' },
  resolved: { label: 'Resolved', color: 'green' },
  false_alarm: { label: 'False alarm', color: 'text' },
};

/** States in which somebody still has to do something. */
export const OPEN_WARNING_STATES: readonly WarningState[] = ['new', 'acknowledged'];

/** Where a warning can go from each state: forward, back to the list by taking it up again, never to itself. */
export const NEXT_WARNING_STATES: Readonly<Record<WarningState, readonly WarningState[]>> = {
  new: ['acknowledged', 'acted', 'resolved', 'false_alarm'],
  acknowledged: ['new', 'acted', 'resolved', 'false_alarm'],
  acted: ['acknowledged', 'resolved', 'false_alarm'],
  resolved: ['acknowledged'],
  false_alarm: ['acknowledged'],
};

/** What made a warning: a customer's event, or the scoring of everyone with new data or a new model. */
export const WARNING_TRIGGERS = ['event', 'rescoring'] as const;
export type WarningTrigger = (typeof WARNING_TRIGGERS)[number];

/** Why a customer who met the rules was not warned of. */
export const SUPPRESSIONS = ['daily_limit', 'cool_down'] as const;
export type Suppression = (typeof SUPPRESSIONS)[number];

/** Longest note and longest name of an owner, in characters. */
export const MAX_NOTE = 2_000;
export const MAX_OWNER = 120;

/** One step of a warning's history. */
export interface WarningStep {
  /** Grows with every step of any warning. */
  seq: number;
  /** RFC 3339. */
  at: string;
  who: string;
  /** Null: the warning was made. */
  from_state: WarningState | null;
  to_state: WarningState;
  owner: string | null;
  note: string | null;
}
