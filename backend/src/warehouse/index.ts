export { build, type BuildResult } from './build/build';
export type { BuildLimits } from './build/limits';
export type { BuildOptions, BuildProgress } from './build/options';
export type { Engine, Row, SqlParameters, SqlValue, TableDescription } from './engine';
export { EXIT_CODES, WarehouseError, messageOf, type WarehouseErrorCode } from './errors';
export type { FileReport, LoadReport, RejectReason } from './report';
export { formatLoadReport } from './format-report';
export { isStale, readReport } from './stale';
export { openWarehouse, type Warehouse, type WarehouseOptions } from './warehouse';
