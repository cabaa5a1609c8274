export type { ReasonContext } from './facts';
export { groupReasons, type ReasonGroup } from './group-reasons';
export { reasonsOf, type Reason } from './reasons';
export { readReorderTimes, type ReorderTimes } from './reorder-times';
export { summaryOf } from './summary';
