import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real disk that is soon full: one of a few megabytes in memory, mounted on a folder. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** @returns why there can be none here, as where mounting is for others */
  static mount(megabytes: number): SmallDisk | string {
    if (process.platform !== 'linux') return 'only Linux has disks in memory';
    const folder = mkdtempSync(join(tmpdir(), 'churnwatch-disk-'));
    const { status, stderr } = mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
    if (status === 0) return new SmallDisk(folder);
    rmSync(folder, { recursive: true, force: true });
    return `nothing can be mounted: ${stderr?.trim() ?? 'mount is not installed'}`;
  }

  /** Makes room. */
  grow(megabytes: number): void {
    const { status, stderr } = mount('-o', `remount,size=${megabytes}m`, this.folder);
    if (status !== 0) throw new Error(`The disk could not be made larger: ${stderr}`);
  }

  remove(): void {
    spawnSync('umount', [this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const mount = (...args: string[]) => spawnSync('mount', args, { encoding: 'utf8' });
