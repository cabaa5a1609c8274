import { QueryError } from '../../contract';

export const waitedTooLong = (ms: number): QueryError =>
  new QueryError(`The SQL waited longer than ${seconds(ms)} for other queries to end. Try again in a moment.`);

export const ranTooLong = (ms: number): QueryError =>
  new QueryError(
    `The SQL took longer than ${seconds(ms)} and was stopped. Ask for a shorter time range or a simpler result.`,
  );

export const REPLACED = 'The data was replaced while the SQL ran or waited. Try again.';

const seconds = (ms: number): string => (ms === 1_000 ? '1 second' : `${ms / 1_000} seconds`);
