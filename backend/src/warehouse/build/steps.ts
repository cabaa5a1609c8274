import type { DuckDBConnection } from '@duckdb/node-api';
import type { Inputs } from '../load/inputs';
import { SOURCES, SOURCE_TABLES, type SourceTable } from '../load/sources';
import type { Task } from '../lanes';
import { META_MODELS, MODELS, type Model } from '../models';
import { createRegularTrade } from './calendar-days';
import { discardUnused } from './discard';
import { checkLimits, type BuildLimits } from './limits';
import { runCheck } from './checks';
import { CHECKS } from '../checks';
import { takeIn } from '../supplement/take-in';
import type { TakenInTables } from '../supplement/report';
import { isSupplemented } from '../supplement/tables';
import { createTable, loadFile, type LoadedRows } from './load';

/** A task with its name in plain words and its share of the work. */
export type BuildStep = Task<DuckDBConnection> & { words: string; weight: number };

/** The build's work up to the finished and tested marts, and the rows that each file gave (and its supplement) once it is done. */
export function buildSteps(inputs: Inputs, limits: BuildLimits, supplemented = false) {
  const loaded: Partial<Record<SourceTable, LoadedRows>> = {};
  const taken: TakenInTables = {};
  const bytes = (table: SourceTable) => inputs[table]?.bytes ?? 0;
  const average = SOURCE_TABLES.reduce((sum, table) => sum + bytes(table), 0) / MODELS.length;

  const load = (model: Model, table: SourceTable): BuildStep => ({
    name: model.name,
    needs: model.needs,
    words: `reading ${inputs[table]?.name ?? SOURCES[table].file}`,
    weight: bytes(table),
    run: async (lane) => {
      const file = inputs[table];
      const rows = await loadFile(lane, model, file);
      loaded[table] = rows;
      if (file !== undefined) await checkLimits(lane, file, rows, limits);
      if (supplemented && isSupplemented(table)) taken[table] = await takeIn(lane, model, table);
    },
  });

  const derive = (model: Model): BuildStep => ({
    name: model.name,
    needs: model.needs,
    words: `making ${model.name}`,
    weight: average,
    run: (lane) => createTable(lane, model),
  });

  const steps = MODELS.map((model) => {
    const table = SOURCE_TABLES.find((candidate) => model.needs.includes(`raw_${candidate}`));
    return table === undefined ? derive(model) : load(model, table);
  });
  steps.push({
    name: 'stg_regular_trade',
    needs: ['stg_calendar'],
    words: 'finding the days of regular trade',
    weight: 0,
    run: createRegularTrade,
  });
  for (const check of CHECKS) {
    const run = (lane: DuckDBConnection) => runCheck(lane, check);
    steps.push({ name: check.name, needs: check.needs, words: `testing that ${check.name}`, weight: 0, run });
  }
  const kept = new Set(META_MODELS.flatMap((model) => model.needs));
  return { steps: discardUnused(steps, kept), loaded, taken };
}
