import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_CAMPAIGN_BYTES } from '../../../contract';
import { CampaignFile } from './campaign-file';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-campaigns-'));
  path = join(folder, 'campaigns.csv');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = async (file: CampaignFile) => (await file.read()).campaigns.map(({ name }) => name);

describe('the file of campaigns', () => {
  it('is read once while it stays as it is, and again after a change', async () => {
    writeFileSync(path, 'start,name\n2018-01-01,old\n');
    const file = new CampaignFile(path);
    const [first, again] = [await file.read(), await file.read()];
    expect(again).toBe(first);
    const stamp = await file.stamp();
    writeFileSync(path, 'start,name\n2018-01-01,new\n');
    // A file system may keep times by the second.
    utimesSync(path, new Date(), new Date('2030-01-01'));
    expect(await file.stamp()).not.toBe(stamp);
    expect(await names(file)).toEqual(['new']);
  });

  it('can be mended, put there and taken away while Churnwatch runs', async () => {
    const file = new CampaignFile(path);
    await expect(file.read()).rejects.toThrow(
      'there is no file campaigns.csv where the data source settings ("Campaigns file") name it',
    );
    expect(await file.stamp()).toBe('');
    writeFileSync(path, 'begin,name\n2018-01-01,a\n');
    await expect(file.read()).rejects.toThrow('the header lacks "start"');
    writeFileSync(path, 'start,name\n2018-01-01,mended\n');
    expect(await names(file)).toEqual(['mended']);
    rmSync(path);
    await expect(file.read()).rejects.toThrow('there is no file');
  });

  it('may be named or not', async () => {
    const none = new CampaignFile(undefined);
    expect([none.isNamed, new CampaignFile(path).isNamed]).toEqual([false, true]);
    expect(await none.stamp()).toBe('');
    await expect(none.read()).rejects.toThrow('an admin can name a CSV file in the data source settings');
  });

  it('is not a folder, nor a pipe, which nobody may ever write to', async () => {
    await expect(new CampaignFile(folder).read()).rejects.toThrow('is not a file');
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    await expect(new CampaignFile(pipe).read()).rejects.toThrow('pipe.csv is not a file');
    await expect(new CampaignFile(join(path, 'below.csv')).read()).rejects.toThrow('there is no file below.csv');
  });

  it('may not be larger than 5 MB', async () => {
    writeFileSync(path, 'start,name\n');
    truncateSync(path, MAX_CAMPAIGN_BYTES + 1);
    await expect(new CampaignFile(path).read()).rejects.toThrow('campaigns.csv is larger than 5 MB');
  });

  it('is told by its name alone, not by the folder that it lies in', async () => {
    await expect(new CampaignFile(path).read()).rejects.not.toThrow(folder);
  });
});
