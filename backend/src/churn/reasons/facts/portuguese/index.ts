import type { Describe } from '../fact';
import { ENGAGEMENT_FACTS } from './engagement';
import { EXPERIENCE_FACTS } from './experience';
import { PURCHASE_FACTS } from './purchase';
import { RHYTHM_FACTS } from './rhythm';

/** The facts about each feature in Portuguese. */
export const PORTUGUESE_FACTS: Readonly<Record<string, Describe>> = {
  ...RHYTHM_FACTS,
  ...PURCHASE_FACTS,
  ...EXPERIENCE_FACTS,
  ...ENGAGEMENT_FACTS,
};
