export { alertStats } from './alert-stats';
export { alerts } from './alerts';
export { scoredBase } from './scored-base';
export { NO_WARNINGS, type WarningAccess, type WarningSource } from './source';
