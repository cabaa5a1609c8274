import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parseHeader } from './header';
import type { InputFile } from './inputs';

export interface ScanRequest {
  /** Bytes of the unpacked text, ascending, near the beginning of rows. */
  positions: readonly number[];
  /** The columns that make up a key. */
  columns: readonly string[];
  /** Keys to look for: the columns' texts joined by U+001F. */
  keys: ReadonlySet<string>;
}

export interface ScanResult {
  /** Line of each position; a position on a line break belongs to the next line that holds text. */
  positionLines: number[];
  /** Lines on which rows with each key begin, in the order of the file. */
  keyLines: Map<string, number[]>;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const CR = 0x0d;
const LF = 0x0a;

/** Reads a CSV file from end to end to find lines, keeping no more than one row of it. */
export async function scanRecords(file: InputFile, request: ScanRequest): Promise<ScanResult> {
  const raw = createReadStream(file.path, { highWaterMark: 1 << 20 });
  const stream = file.gzip ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => stream.destroy(error));
  const scanner = new Scanner(request);
  for await (const chunk of stream) scanner.push(chunk as Buffer);
  scanner.end();
  return scanner.result;
}

class Scanner {
  readonly result: ScanResult = { positionLines: [], keyLines: new Map() };
  /** The row being read, from its beginning. */
  private pending: Buffer = Buffer.alloc(0);
  /** How far `pending` has been looked through. */
  private at = 0;
  /** Position of `pending` in the text. */
  private offset = 0;
  private line = 1;
  private rowLine = 1;
  private quoted = false;
  private commas: number[] = [];
  private keyColumns: number[] | undefined;

  private nextPosition: number;

  constructor(private readonly request: ScanRequest) {
    this.nextPosition = request.positions[0] ?? Infinity;
  }

  push(chunk: Buffer): void {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    let start = 0;
    for (; this.at < this.pending.length; this.at++) {
      const byte = this.pending[this.at]!;
      if (this.offset + this.at >= this.nextPosition && byte !== LF && byte !== CR) this.notePositions();
      if (byte === QUOTE) this.quoted = !this.quoted;
      else if (byte === COMMA && !this.quoted) this.commas.push(this.at);
      else if (byte === LF) {
        this.line++;
        if (this.quoted) continue;
        this.takeRow(start, this.at);
        start = this.at + 1;
      }
    }
    this.pending = this.pending.subarray(start);
    this.offset += start;
    this.at -= start;
    this.commas = this.commas.map((comma) => comma - start);
  }

  end(): void {
    if (this.pending.length > 0) this.takeRow(0, this.pending.length);
  }

  private notePositions(): void {
    const lines = this.result.positionLines;
    while (this.offset + this.at >= this.nextPosition) {
      lines.push(this.line);
      this.nextPosition = this.request.positions[lines.length] ?? Infinity;
    }
  }

  private takeRow(start: number, end: number): void {
    const last = end > start && this.pending[end - 1] === CR ? end - 1 : end;
    if (this.keyColumns === undefined) {
      const header = parseHeader(this.pending.toString('utf8', start, last).replace(/^\uFEFF/, ''));
      this.keyColumns = this.request.columns.map((column) => header.indexOf(column));
    } else if (this.request.keys.size > 0 && last > start) {
      const key = this.keyColumns.map((column) => this.field(column, start, last)).join('\u001F');
      if (this.request.keys.has(key)) {
        this.result.keyLines.set(key, [...(this.result.keyLines.get(key) ?? []), this.rowLine]);
      }
    }
    this.commas = [];
    this.rowLine = this.line;
  }

  /** Text of a column of the row between `start` and `end`, without its quotes. */
  private field(column: number, start: number, end: number): string {
    const from = column === 0 ? start : (this.commas[column - 1] ?? end) + 1;
    const text = this.pending.toString('utf8', from, this.commas[column] ?? end);
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  }
}
