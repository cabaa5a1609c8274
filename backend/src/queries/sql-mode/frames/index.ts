export { SQL_FORMATS, sqlFrame, type SqlFormat, type SqlFrameOptions } from './sql-frame';
