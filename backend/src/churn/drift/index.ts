export { buildDriftReference, decodeDriftReference, DriftError, type DriftReference } from './reference';
export {
  compareWithReference,
  DRIFT_LEVELS,
  driftLevel,
  LARGE_DRIFT,
  MODERATE_DRIFT,
  type Drift,
  type DriftLevel,
} from './stability';
