export { daysBetween, SplitError, type SplitOptions } from './options';
export { planSplits, type Fold, type SplitPlan } from './plan';
