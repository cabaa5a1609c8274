import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../duckdb/sql';

export interface InstanceOptions {
  /** The database file of a generation. */
  file: string;
  /** Where statements that outgrow the memory spill to; the sandbox's own. */
  tempDirectory: string;
  /** DuckDB's notation, e.g. `1GB`: how much of the disk all statements together may fill. */
  maxTempDirectorySize: string;
  /** DuckDB's notation, e.g. `512MB`. */
  memoryLimit: string;
  threads: number;
}

/** What statements run on: an instance of DuckDB, and connections to it. */
export interface LockedInstance {
  connections: DuckDBConnection[];
  close(): void;
}

/**
 * Opens a generation read-only in an instance of its own, so that nothing that a free statement does to memory, settings
 * or threads is felt elsewhere. Files, network, extensions and secrets are switched off; the lock comes last and keeps
 * it so.
 *
 * @throws DuckDB's error when the file is missing or no database
 */
export async function openLocked(options: InstanceOptions, connections: number): Promise<LockedInstance> {
  const instance = await DuckDBInstance.create(options.file, {
    access_mode: 'READ_ONLY',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_unsigned_extensions: 'false',
    temp_directory: options.tempDirectory,
    memory_limit: options.memoryLimit,
    threads: String(options.threads),
  });
  try {
    const all = await Promise.all(Array.from({ length: connections }, () => instance.connect()));
    for (const setting of lockingSettings(options)) await all[0]!.run(`SET GLOBAL ${setting}`);
    return {
      connections: all,
      close: () => {
        for (const connection of all) connection.closeSync();
        instance.closeSync();
      },
    };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

function lockingSettings({ maxTempDirectorySize }: InstanceOptions): string[] {
  return [
    "TimeZone = 'UTC'",
    `max_temp_directory_size = ${literal(maxTempDirectorySize)}`,
    'allow_persistent_secrets = false',
    'allow_community_extensions = false',
    'enable_external_access = false',
    'lock_configuration = true',
  ];
}
