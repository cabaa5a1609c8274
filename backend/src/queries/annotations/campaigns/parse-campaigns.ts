import { CAMPAIGN_COLUMNS, MAX_CAMPAIGNS, QueryError } from '../../../contract';
import { CsvFileError, readCsv, type CsvFile, type CsvLine } from '../../csv/read-csv';
import { momentIn } from './moments';

export interface Campaign {
  /** Line of the file. */
  line: number;
  /** First and last ms; without a last one it has no length. */
  first: number;
  last?: number;
  name: string;
  text: string;
  tags: string[];
}

export interface Campaigns {
  campaigns: Campaign[];
  /** What is wrong with the rows that were left out. */
  problems: { line: number; problem: string }[];
}

type ColumnName = (typeof CAMPAIGN_COLUMNS)[number];
type Places = Partial<Record<ColumnName, number>>;

const HEADER = 'start;end;name;text;tags';
const REQUIRED: readonly ColumnName[] = ['start', 'name'];
const MAX_NAME = 200;
const MAX_TEXT = 2_000;
const EXAMPLES = 'a day such as 2018-06-30 or a moment such as 2018-06-30T08:00:00-03:00';

/**
 * The campaigns in a CSV file; a row that cannot be read is a problem of its own, and holds up no other.
 *
 * @param file its name, for messages
 * @throws QueryError when the file cannot be read, lacks a column, or has too many rows
 */
export async function parseCampaigns(bytes: Buffer, file: string): Promise<Campaigns> {
  const csv = await readCsv(bytes, { maxRows: MAX_CAMPAIGNS, header: HEADER }).catch((error: unknown) => {
    throw error instanceof CsvFileError ? new QueryError(`Campaigns in ${file}: ${error.message}`) : error;
  });
  if (csv.rows.length > MAX_CAMPAIGNS) {
    const most = MAX_CAMPAIGNS.toLocaleString('en-US');
    throw new QueryError(`Campaigns in ${file}: there are more than ${most} rows, the most that are read.`);
  }
  const places = placesOf(csv, file);
  const result: Campaigns = { campaigns: [], problems: [] };
  for (const row of csv.rows) {
    const campaign = campaignIn(row, places, csv.header.length);
    if (typeof campaign === 'string') result.problems.push({ line: row.line, problem: campaign });
    else result.campaigns.push(campaign);
  }
  return result;
}

/** @throws QueryError naming columns that are missing or there twice; what the header holds else is nobody's business */
function placesOf({ header }: CsvFile, file: string): Places {
  const names = header.map((name) => name.toLowerCase());
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new QueryError(
      `Campaigns in ${file}: the header lacks ${missing.map((name) => `"${name}"`).join(' and ')}. ` +
        `The first line must name the columns, such as ${HEADER}; "start" and "name" must be among them.`,
    );
  }
  const twice = CAMPAIGN_COLUMNS.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) throw new QueryError(`Campaigns in ${file}: the header names the column "${twice}" twice.`);
  const found = CAMPAIGN_COLUMNS.filter((name) => names.includes(name));
  return Object.fromEntries(found.map((name) => [name, names.indexOf(name)]));
}

/** The campaign in a row, or what is wrong with it. */
function campaignIn({ line, cells }: CsvLine, places: Places, width: number): Campaign | string {
  if (cells.length !== width) return `has ${cells.length} cells, the header has ${width}`;
  const cell = (name: ColumnName): string => {
    const place = places[name];
    return place === undefined ? '' : (cells[place] ?? '');
  };
  const start = momentIn(cell('start'));
  if (!start) return notAMoment('start', cell('start'));
  const end = momentIn(cell('end'));
  if (!end && cell('end') !== '') return notAMoment('end', cell('end'));
  if (end && end.last < start.first) return `ends (${shown(cell('end'))}) before it starts (${shown(cell('start'))})`;
  const [name, text] = [cell('name'), cell('text')];
  if (name === '') return 'has no name';
  if (name.length > MAX_NAME) return `has a name of more than ${MAX_NAME} characters`;
  if (text.length > MAX_TEXT) return `has a text of more than ${MAX_TEXT.toLocaleString('en-US')} characters`;
  return { line, first: start.first, last: lastOf(start, end), name, text, tags: tagsIn(cell('tags')) };
}

/** A day alone lasts all day; a moment alone has no length. */
function lastOf(start: { first: number; last: number }, end?: { last: number }): number | undefined {
  const last = (end ?? start).last;
  return last > start.first ? last : undefined;
}

const notAMoment = (column: ColumnName, text: string): string =>
  text === '' ? `has no ${column}: write ${EXAMPLES}` : `has the ${column} ${shown(text)}, which is not ${EXAMPLES}`;

const shown = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);

const tagsIn = (text: string): string[] => [...new Set(text.split(/[,;|]/).map((tag) => tag.trim()))].filter(Boolean);
