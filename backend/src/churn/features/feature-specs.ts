import type { FeatureSpec } from './spec';
import { BUYING_SPECS } from './specs/buying';
import { ENGAGEMENT_SPECS } from './specs/engagement';
import { EXPERIENCE_SPECS } from './specs/experience';
import { PURCHASE_SPECS } from './specs/purchase';

/** The features that a shop's orders tell, which every model has. Each key is a column of sql/features.sql. */
export const ORDER_SPECS: readonly FeatureSpec[] = [...BUYING_SPECS, ...PURCHASE_SPECS, ...EXPERIENCE_SPECS];

/** All features at a cut date, in the order of a matrix's columns; those of events come last. */
export const FEATURE_SPECS: readonly FeatureSpec[] = [...ORDER_SPECS, ...ENGAGEMENT_SPECS];

const keysOf = (specs: readonly FeatureSpec[]): readonly string[] => specs.map(({ key }) => key);

export const ORDER_FEATURES = keysOf(ORDER_SPECS);
export const EVENT_FEATURES = keysOf(ENGAGEMENT_SPECS);
