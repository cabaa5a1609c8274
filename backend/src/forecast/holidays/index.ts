export type { Holiday } from './country-holidays';
export { holidaysBetween } from './holidays-between';
