import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeDurably } from '../../warehouse';
import type { ChurnModel } from './churn-model';
import { decodeModel, encodeModel } from './codec';
import { ModelFileError } from './errors';
import { sealModel, unsealModel } from './model-file';

/** Models kept per horizon, the one that serves among them: to look back, and to go back. */
const KEPT = 5;
const RETRAIN = 'Train again with "churnwatch train".';

/** The models in a warehouse's folder: one file each, and for each horizon a pointer to the one that serves. */
export interface ModelStore {
  /** Writes a model's file; it does not serve yet. */
  save(model: ChurnModel): Promise<void>;
  /** Lets a saved model serve, and removes the oldest beyond those kept. */
  promote(model: ChurnModel): Promise<void>;
  /**
   * The model that serves for a horizon; undefined when there is none.
   *
   * @throws ModelFileError when the pointer says nothing, or its file is missing, truncated, changed, of another version
   * or of another horizon
   */
  champion(horizonDays: number): Promise<ChurnModel | undefined>;
  /** The models that are kept for a horizon, newest first; files that cannot be read are left out. */
  kept(horizonDays: number): Promise<ChurnModel[]>;
  /** Changes whenever another model begins to serve. */
  stamp(horizonDays: number): Promise<string>;
}

/** The store in the `models` folder of a warehouse folder. A crash at any moment leaves the last model serving. */
export function openModelStore(out: string): ModelStore {
  const folder = join(out, 'models');
  const file = (id: string): string => join(folder, `${id}.model.json`);
  const pointer = (horizonDays: number): string => join(folder, `champion-${horizonDays}.json`);
  return {
    async save(model) {
      await mkdir(folder, { recursive: true });
      await writeDurably(file(model.facts.id), sealModel(encodeModel(model)));
    },
    async promote(model) {
      const { id, horizonDays } = model.facts;
      await writeDurably(pointer(horizonDays), JSON.stringify({ id }));
      await removeOld(folder, horizonDays, id);
    },
    async champion(horizonDays) {
      const id = await pointedAt(pointer(horizonDays));
      if (id === undefined) return undefined;
      const model = await readModel(file(id), `${id}.model.json`);
      if (model.facts.horizonDays === horizonDays) return model;
      throw new ModelFileError(
        `${id}.model.json is a model for ${model.facts.horizonDays} days, not ${horizonDays}. ${RETRAIN}`,
      );
    },
    async kept(horizonDays) {
      const names = await readdir(folder).catch(() => []);
      const models = await Promise.all(
        idsOf(names, horizonDays).map((id) => readModel(file(id), `${id}.model.json`).catch(() => undefined)),
      );
      return models.filter((model) => model !== undefined);
    },
    async stamp(horizonDays) {
      const info = await stat(pointer(horizonDays), { bigint: true }).catch(() => undefined);
      return info === undefined ? '' : `${info.ino}-${info.mtimeNs}`;
    },
  };
}

/** A new model's id: its horizon and the time of training, so that ids of one horizon sort by age. */
export function newModelId(horizonDays: number, now: Date): string {
  return `churn-${horizonDays}-${now.toISOString().replace(/[-:]/g, '').replace('.', '').replace('T', '-').replace('Z', '')}`;
}

async function readModel(path: string, name: string): Promise<ChurnModel> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ModelFileError(`${name} cannot be read (${error.code ?? error.message}). ${RETRAIN}`);
  });
  return decodeModel(unsealModel(text, name), name);
}

async function pointedAt(pointer: string): Promise<string | undefined> {
  const name = basename(pointer);
  const text = await readFile(pointer, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new ModelFileError(`${name} cannot be read (${error.code ?? error.message}). ${RETRAIN}`);
  });
  if (text === undefined) return undefined;
  const id = /^\{"id":"([\w-]+)"\}$/.exec(text)?.[1];
  if (id !== undefined) return id;
  throw new ModelFileError(`${name} does not say which model serves. ${RETRAIN}`);
}

async function removeOld(folder: string, horizonDays: number, champion: string): Promise<void> {
  const ids = idsOf(await readdir(folder), horizonDays).filter((id) => id !== champion);
  // One that cannot be removed now goes next time.
  for (const id of ids.slice(KEPT - 1))
    await rm(join(folder, `${id}.model.json`), { force: true }).catch(() => undefined);
}

/** Ids of the models of a horizon among the files of the folder, newest first. */
function idsOf(names: readonly string[], horizonDays: number): string[] {
  return names
    .filter((name) => name.startsWith(`churn-${horizonDays}-`) && name.endsWith('.model.json'))
    .map((name) => name.slice(0, -'.model.json'.length))
    .sort()
    .reverse();
}
