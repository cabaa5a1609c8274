import { integer, moment, row, text, type Schema } from './schema';

/** A backup that was made, as `POST /api/backup` answers. */
export interface BackupMade {
  /** Path of the archive on the machine that serves. */
  file: string;
  bytes: number;
  /** SHA-256 of the archive, in hex. */
  sha256: string;
  /** RFC 3339. */
  made_at: string;
  /** Files in it. */
  files: number;
}

/** Schema of the answer of `POST /api/backup`. */
export const BACKUP_BODY: Schema = row('Backup', {
  file: text('Path of the archive on the machine that serves.'),
  bytes: integer('Its size.'),
  sha256: text('Its SHA-256 sum, in hex.'),
  made_at: moment('When it was made.'),
  files: integer('Files in it.'),
});
