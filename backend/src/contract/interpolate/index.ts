export * from './conditions';
export { formatValues } from './formats';
export { interpolateSaved, isNumberOf, parametersOf, toTexts, type SavedQuery } from './query';
export * from './sql-value';
export { interpolateText } from './texts';
export * from './variables';
