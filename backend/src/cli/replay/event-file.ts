import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { EVENT_SCHEMAS } from '../../contract/events/schemas';
import type { Schema } from '../../contract/rest/schemas';
import { messageOf, WarehouseError } from '../../warehouse';

/**
 * The events of a file: JSON, one on each line, or CSV with a header of field names. Lists stand in cells as JSON; cells
 * that are empty are left out.
 *
 * @throws WarehouseError `bad_input` naming the line
 */
export async function* readEventFile(path: string): AsyncGenerator<unknown> {
  try {
    yield* /\.csv$/i.test(path) ? readCsv(path) : readLines(path);
  } catch (error) {
    if (error instanceof WarehouseError) throw error;
    throw new WarehouseError('bad_input', `${path} cannot be read: ${messageOf(error)}.`, 'Check the file.', {
      cause: error,
    });
  }
}

async function* readLines(path: string): AsyncGenerator<unknown> {
  let number = 0;
  for await (const text of linesOf(path)) {
    number++;
    if (text.trim() !== '') yield parsed(text, `${path}, line ${number}`);
  }
}

/** By hand, since node:readline leaves a file that cannot be read to end the process. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  let isFirst = true;
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + (isFirst ? chunk.replace(/^\uFEFF/, '') : chunk)).split('\n');
    isFirst = false;
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

async function* readCsv(path: string): AsyncGenerator<unknown> {
  const rows = parse({ columns: true, bom: true, info: true });
  // What goes wrong with the file is told to who reads the rows.
  pipeline(createReadStream(path), rows, () => undefined);
  for await (const { record, info } of rows as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    const type = record['type'];
    const schema = Object.entries(EVENT_SCHEMAS).find(([name]) => name === type)?.[1];
    const fields = Object.entries(record).filter(([, text]) => text !== '');
    const where = `${path}, line ${info.lines}`;
    yield Object.fromEntries(fields.map(([name, text]) => [name, valueOf(text, schema?.properties[name], where)]));
  }
}

/** A cell as its field has it; what does not fit is left to the server, which says what is wrong. */
function valueOf(text: string, schema: Schema | undefined, where: string): unknown {
  const types = [schema?.type ?? []].flat();
  const isNumber = text.trim() !== '' && !Number.isNaN(Number(text));
  if (types.includes('number') || types.includes('integer')) return isNumber ? Number(text) : text;
  return types.includes('array') ? parsed(text, where) : text;
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WarehouseError(
      'bad_input',
      `${where}: this is not JSON.`,
      'Correct the file; what came before was sent.',
    );
  }
}
