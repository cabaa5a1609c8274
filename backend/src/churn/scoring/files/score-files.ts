import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../../../warehouse';
import { decodeDay, encodeDay, type DayScores } from './day-scores';

/** Three years of month ends, and some days that people have looked at. */
const DAYS_KEPT = 48;
/** Scores of so many generations and models stay: of those that serve, and of those that others may still ask. */
const FOLDERS_KEPT = 2;

export interface ScoredBy {
  /** Id of the generation whose customers are scored. */
  generation: string;
  /** Id of the model that scores. */
  model: string;
}

/**
 * Scores of past days, kept on disk so that a restart need not work them out again. All of it can be worked out anew: what
 * cannot be read is as if it were not there, and what cannot be written is not.
 */
export interface ScoreFiles {
  /** The scores of a day; undefined where none are kept. */
  read(day: string): Promise<DayScores | undefined>;
  /** Keeps the scores of a day. */
  write(day: string, scores: DayScores): Promise<void>;
}

/** Keeps nothing. */
export const NO_SCORE_FILES: ScoreFiles = { read: () => Promise.resolve(undefined), write: () => Promise.resolve() };

/**
 * The scores that one model gives the customers of one generation, in `scores` of the warehouse's folder; those of older
 * generations and models are removed.
 *
 * @param out the warehouse's folder
 * @param version of the program: another one may compute features otherwise
 */
export function openScoreFiles(out: string, version: string, { generation, model }: ScoredBy): ScoreFiles {
  const root = join(out, 'scores');
  const folder = join(root, `${generation}_${model}_${version}`);
  const file = (day: string): string => join(folder, `${day}.scores`);
  const ready = mkdir(folder, { recursive: true })
    // The one that serves is the newest, however long ago it was made.
    .then(() => touch(folder))
    .then(() => removeOldest(root, FOLDERS_KEPT))
    .catch(() => undefined);
  return {
    async read(day) {
      // Not before the folder counts as the newest: another process could remove it under the reader.
      await ready;
      const bytes = await readFile(file(day)).catch(() => undefined);
      const scores = bytes && decodeDay(bytes);
      if (scores) await touch(file(day)).catch(() => undefined);
      return scores;
    },
    async write(day, scores) {
      await ready;
      // No room, or not allowed: nothing is kept then.
      await writeDurably(file(day), encodeDay(scores))
        .then(() => removeOldest(folder, DAYS_KEPT))
        .catch(() => undefined);
    },
  };
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now);
}

/** Removes what was longest not used in a folder, but for so many. */
async function removeOldest(folder: string, kept: number): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const ages = await Promise.all(
    paths.map(async (path) => ({ path, usedAt: (await stat(path).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  const old = ages.sort((a, b) => b.usedAt - a.usedAt).slice(kept);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true }).catch(() => undefined)));
}
