import { QueryError, type Frame, type SqlLimits, type SqlQuery } from '../../contract';
import type { Engine } from '../../warehouse/engine';
import type { RunOptions, SandboxLimits } from '../../warehouse/sandbox';
import type { QueryContext } from '../context';
import { sqlFrame } from './frames';
import { guardStatement, type AllowedSchema } from './guard';
import { expandMacros } from './macros';

const MAX_BYTES = 64 * 1024 * 1024;
const THREADS = 2;

type Context = Pick<
  QueryContext,
  'engine' | 'settings' | 'range' | 'asOf' | 'intervalMs' | 'fullIds' | 'user' | 'signal'
>;

/**
 * One frame: what a statement of the caller's own answers, in the format that the query asks for.
 *
 * @throws QueryError when it holds anything but one SELECT over the marts, cannot be run, takes too long, or its result
 *   does not fit the format
 */
export async function sql(query: SqlQuery, context: Context): Promise<Frame[]> {
  const { engine, settings, signal } = context;
  const written = query.rawSql ?? '';
  if (written.trim() === '') throw new QueryError('There is no SQL yet: write a SELECT statement.');
  const statement = expandMacros(written, context);
  const sandbox = await engine.sandbox(sandboxLimits(settings.sqlLimits));
  await guardStatement(
    statement,
    (text) => sandbox.parse(text, { user: context.user, signal }),
    await allowedSchema(engine, context.fullIds),
  );
  const result = await sandbox.run(statement, {
    ...runLimits(settings.sqlLimits),
    signal,
    user: context.user,
    masked: !context.fullIds,
  });
  const { format = 'table', timeColumn } = query;
  return [sqlFrame(result, { format, name: 'sql', sql: statement, timeColumn })];
}

function sandboxLimits({ memoryMb, atOnce, atOncePerUser }: SqlLimits): SandboxLimits {
  return { memoryMb, threads: THREADS, connections: atOnce, perUser: atOncePerUser };
}

function runLimits({
  seconds,
  rows,
  values,
}: SqlLimits): Pick<RunOptions, 'timeLimitMs' | 'maxRows' | 'maxCells' | 'maxBytes'> {
  return { timeLimitMs: seconds * 1_000, maxRows: rows, maxCells: values, maxBytes: MAX_BYTES };
}

/** Refused rows hold ids as the files had them. */
const FOR_FULL_IDS = ['load_rejects'];

/** What a caller's statements may read. */
export async function allowedSchema(engine: Engine, fullIds: boolean): Promise<AllowedSchema> {
  const names = (await engine.describe()).map(({ name }) => name);
  return { tables: fullIds ? names : names.filter((name) => !FOR_FULL_IDS.includes(name)), qualified: fullIds };
}
