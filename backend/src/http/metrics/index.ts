export { readBusiness, type BusinessFigures } from './business';
export { Metrics, type WatchedWarehouse } from './metrics';
