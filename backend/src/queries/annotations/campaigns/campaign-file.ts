import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MAX_CAMPAIGN_BYTES, QueryError } from '../../../contract';
import { parseCampaigns, type Campaigns } from './parse-campaigns';

/** The shop's file of campaigns: read when it is first asked for, and again after it has changed. */
export class CampaignFile {
  private known?: { stamp: string; campaigns: Promise<Campaigns> };

  /** @param path absent: the settings name none */
  constructor(private readonly path: string | undefined) {}

  get isNamed(): boolean {
    return this.path !== undefined;
  }

  /** The file's name without its folder, which is nobody's business who may only look at dashboards. */
  get name(): string {
    return basename(this.path ?? '');
  }

  /** Changes whenever the file is changed or replaced; empty while there is none. */
  async stamp(): Promise<string> {
    const info = this.path === undefined ? undefined : await stat(this.path, { bigint: true }).catch(() => undefined);
    return info === undefined ? '' : `${info.dev}-${info.ino}-${info.mtimeNs}-${info.size}`;
  }

  /** @throws QueryError when no file is named, or it cannot be read, saying what to do */
  async read(): Promise<Campaigns> {
    if (this.path === undefined) {
      throw new QueryError(
        'No file of campaigns is named: an admin can name a CSV file in the data source settings ("Campaigns file").',
      );
    }
    const stamp = await this.stamp();
    if (this.known?.stamp === stamp) return this.known.campaigns;
    const campaigns = readBytes(this.path, this.name).then((bytes) => parseCampaigns(bytes, this.name));
    this.known = { stamp, campaigns };
    campaigns.catch(() => (this.known = undefined));
    return campaigns;
  }
}

async function readBytes(path: string, name: string): Promise<Buffer> {
  try {
    const info = await stat(path);
    // Asked before it is opened: to open a pipe would wait for somebody to write into it.
    if (!info.isFile()) throw new QueryError(`Campaigns: ${name} is not a file.`);
    if (info.size > MAX_CAMPAIGN_BYTES) throw new QueryError(`Campaigns: ${name} is larger than ${MAX_MB} MB.`);
    return await readFile(path);
  } catch (error) {
    throw error instanceof QueryError ? error : new QueryError(whyUnreadable(error, name));
  }
}

const MAX_MB = MAX_CAMPAIGN_BYTES / 1024 / 1024;

function whyUnreadable(error: unknown, name: string): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return `Campaigns: there is no file ${name} where the data source settings ("Campaigns file") name it.`;
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return `Campaigns: ${name} cannot be read: give the user that Grafana runs as the right to read it.`;
  }
  return `Campaigns: ${name} cannot be read (${code ?? 'unknown error'}).`;
}
