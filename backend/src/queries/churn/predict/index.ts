export { predictMany } from './predict-many';
export type { RowToPredict } from './row-to-predict';
