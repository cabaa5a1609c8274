import { readFile, stat } from 'node:fs/promises';
import { messageOf } from '../../warehouse/errors';
import defaultPlaybook from './default-playbook.yaml';
import { MOST_BYTES, parsePlaybook } from './parse-playbook';
import type { Playbook } from './playbook';
import { PlaybookError } from './reading';

export interface LoadedPlaybook {
  playbook: Playbook;
  /** The file it came from; absent: the one that comes along. */
  file?: string;
  /** Why the user's file does not serve, and what to do. */
  problem?: string;
}

/** The playbook in a user's YAML file, or the one that comes along: without `path`, and when the file is bad. */
export async function loadPlaybook(path?: string): Promise<LoadedPlaybook> {
  if (path === undefined) return { playbook: builtInPlaybook() };
  try {
    return { playbook: parsePlaybook(await readPlaybook(path), path), file: path };
  } catch (error) {
    const problem = `${messageOf(error)} Until it is mended, the playbook that comes along serves.`;
    return { playbook: builtInPlaybook(), problem };
  }
}

/** The playbook that comes along. */
export function builtInPlaybook(): Playbook {
  return parsePlaybook(defaultPlaybook, 'default-playbook.yaml');
}

async function readPlaybook(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    throw new PlaybookError(
      `${path}: the playbook cannot be read (${messageOf(error)}); check the path and who may read it.`,
    );
  });
  // A pipe or device would never end.
  if (!found.isFile()) throw new PlaybookError(`${path}: the playbook is no file; give the path of a YAML file.`);
  if (found.size > MOST_BYTES)
    throw new PlaybookError(
      `${path}: the file is larger than ${MOST_BYTES / 1024} KiB; keep to fewer or shorter rules.`,
    );
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new PlaybookError(`${path}: the playbook cannot be read (${messageOf(error)}); check who may read it.`);
  }
}
