import { join } from 'node:path';
import { quotedHeader } from './csv';
import { FileSink } from './fileSink';
import { FILE_KEYS, FILES, TRUTH_COLUMNS, TRUTH_FILE, TRUTH_FOLDER, type FileKey } from './layout';

export type OutputKey = FileKey | 'truth';

const BYTE_ORDER_MARK = '\ufeff';

/** The ten files of a sample, open for writing, each beginning with its header. */
export class OutputFiles {
  private readonly sinks = new Map<OutputKey, FileSink>();

  private constructor() {}

  /** Makes the files in a folder. @throws SampleError when one cannot be made. */
  static async open(folder: string): Promise<OutputFiles> {
    const files = new OutputFiles();
    try {
      for (const key of [...FILE_KEYS, 'truth'] as const) {
        files.sinks.set(key, await FileSink.create(pathOf(folder, key)));
        files.add(key, headerOf(key));
      }
    } catch (error) {
      await files.abandon();
      throw error;
    }
    return files;
  }

  add(key: OutputKey, text: string): void {
    this.sinks.get(key)?.add(text);
  }

  /** Writes what has piled up in any of the files. @throws SampleError, e.g. when the disk is full. */
  async drain(): Promise<void> {
    for (const sink of this.sinks.values()) if (sink.due) await sink.flush();
  }

  /** Writes everything and closes the files. */
  async close(): Promise<void> {
    for (const sink of this.sinks.values()) await sink.flush();
    await this.abandon();
  }

  /** Closes the files as they are. */
  async abandon(): Promise<void> {
    for (const [key, sink] of this.sinks) {
      this.sinks.delete(key);
      await sink.close();
    }
  }
}

/** Where a file lies in the sample's folder. */
export function pathOf(folder: string, key: OutputKey): string {
  return key === 'truth' ? join(folder, TRUTH_FOLDER, TRUTH_FILE) : join(folder, FILES[key].name);
}

function headerOf(key: OutputKey): string {
  if (key === 'truth') return `${TRUTH_COLUMNS.join(',')}\n`;
  if (key === 'translation') return `${BYTE_ORDER_MARK}${FILES.translation.columns.join(',')}\r\n`;
  return quotedHeader(FILES[key].columns);
}
