export { sqlFrame, type SqlFrameOptions } from './sql-frame';
