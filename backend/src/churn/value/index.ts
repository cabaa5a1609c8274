export { fitValueModel } from './fit-value-model';
export type { SpendHistory } from './gamma-gamma';
export { readOutcomes, type ReturnOutcomes } from './read-outcomes';
export { readValueModel, ValueModelError, type ValueModel } from './value-model';
export { expectedRevenue, revenueAtRisk, valueIfReturning, valuesIfReturning } from './values';
