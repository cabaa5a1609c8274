import type { Candidate } from '../choice/candidates';
import { labelOfModel } from '../models';

/** A candidate in words, as inside a sentence: "weekday profile", "mean of weekday profile and Prophet". */
export function labelOfCandidate(candidate: Candidate): string {
  const labels = candidate.map(labelOfModel);
  if (labels.length === 1) return labels[0]!;
  return `mean of ${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}
