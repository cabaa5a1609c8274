import type { FeatureSpec } from './spec';
import { BUYING_SPECS } from './specs/buying';
import { EXPERIENCE_SPECS } from './specs/experience';
import { PURCHASE_SPECS } from './specs/purchase';

/** The features at a cut date, in the order of a matrix's columns. Each key is a column of sql/features.sql. */
export const FEATURE_SPECS: readonly FeatureSpec[] = [...BUYING_SPECS, ...PURCHASE_SPECS, ...EXPERIENCE_SPECS];
