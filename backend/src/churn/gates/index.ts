export { betterThanRecency } from './better-than-recency';
export { checkGates, hardFailures, type GateFacts } from './gates';
export { GATE_THRESHOLDS } from './thresholds';
