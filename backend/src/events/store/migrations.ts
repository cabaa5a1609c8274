import createLog from './sql/001-log.sql';
import createWarnings from './sql/002-warnings.sql';
import createProfiles from './sql/003-profiles.sql';
import createKafka from './sql/004-kafka.sql';
import addWarningWords from './sql/005-warning-words.sql';

/**
 * What makes the store's tables, in the order in which it ran: a statement file is never changed once it has been
 * released, only followed by another one.
 */
export const MIGRATIONS: readonly string[] = [createLog, createWarnings, createProfiles, createKafka, addWarningWords];
