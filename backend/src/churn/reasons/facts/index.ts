import { formatted } from '../format';
import { EXPERIENCE_FACTS } from './experience';
import { comparedWithTypical, type Describe, type Fact, type Subject } from './fact';
import { PURCHASE_FACTS } from './purchase';
import { RHYTHM_FACTS } from './rhythm';

export type { Fact, ReasonContext, Subject } from './fact';

const FACTS = new Map<string, Describe>(Object.entries({ ...RHYTHM_FACTS, ...PURCHASE_FACTS, ...EXPERIENCE_FACTS }));

const ONE_DAY = 'Has bought on one day only, so that there is no usual gap between orders';
const NOTHING_ARRIVED = 'No delivery has arrived yet';
const NO_REVIEW = 'No review is known';

/** What an unknown value means. */
const UNKNOWN = new Map<string, string>([
  ['mean_gap_days', ONE_DAY],
  ['longest_gap_days', ONE_DAY],
  ['gaps_overdue', ONE_DAY],
  ['delay_days', NOTHING_ARRIVED],
  ['delivery_days', NOTHING_ARRIVED],
  ['days_since_delivery', NOTHING_ARRIVED],
  ['handling_days', 'No parcel has been handed to the carrier yet'],
  ['approval_hours', 'No payment has been approved yet'],
  ['review_score', NO_REVIEW],
  ['worst_review', NO_REVIEW],
]);

/** The fact about one feature in plain words: its own sentence, or label and value for features that have none. */
export function factOf(subject: Subject): Fact {
  const { spec, value } = subject;
  if (!Number.isFinite(value)) return { fact: UNKNOWN.get(spec.key) ?? `${spec.label}: not known` };
  const describe = FACTS.get(spec.key) ?? generic;
  return describe(subject);
}

function generic(subject: Subject): Fact {
  return comparedWithTypical(`${subject.spec.label}: ${formatted(subject.value, subject.spec.unit)}`, subject);
}
