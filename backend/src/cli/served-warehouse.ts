import { join } from 'node:path';
import { ModelKeeper } from '../churn/model/keeper';
import type { QueryKind, ResolvedSettings } from '../contract';
import { AnswerError } from '../http/ask';
import { AuditKeeper } from '../http/audit/keeper';
import type { Metrics } from '../http/metrics';
import type { Served } from '../http/served';
import { Answerer } from '../queries/answer';
import type { Answer } from '../queries/question';
import type { Forecaster } from '../forecast/forecast';
import { modelScorer } from '../queries/churn/model-scorer';
import { describeSchema } from '../queries/sql-mode/describe';
import { NotReadyError, WarehouseKeeper, type KeeperOptions } from '../warehouse/keeper/keeper';
import { auditFolder } from './access/audit-cli';
import { buildInBackground } from './background-build';
import { bundleFolder } from './bundle-folder';
import { trainInBackground } from './background-train';
import { loadSummary } from './load-summary';
import { modelSummary } from './model-summary';

export interface ServedWarehouse extends Served {
  /** Settles once the first attempt to open or build has ended. */
  settled(): Promise<void>;
  /** Settles once a model serves or could not be trained. */
  modelSettled(): Promise<void>;
  close(): Promise<void>;
}

/** How often it is looked for a model that another process has trained. */
const LOOK_FOR_MODELS_MS = 60_000;

export interface ServedOptions extends Pick<KeeperOptions, 'data' | 'out'> {
  /** Told of what happens, for the log. */
  onEvent?(event: string, detail: string): void;
  settings: ResolvedSettings;
  /** Of the whole process: whoever made it closes it. */
  forecaster: Forecaster;
  metrics(): Metrics | undefined;
  onFault(message: string, error: unknown): void;
}

/** Puts the parts together: a warehouse that is kept built, an answerer over it, and the counting of its queries. */
export function serveWarehouse(options: ServedOptions): ServedWarehouse {
  const { settings, forecaster, metrics, onFault, onEvent, ...where } = options;
  const keeper: WarehouseKeeper = new WarehouseKeeper({
    ...where,
    build: buildInBackground,
    sandboxProgram: join(bundleFolder, 'sql-sandbox.mjs'),
    onEvent: (event, detail) => {
      onEvent?.(event, detail);
      if (event === 'opened' || event === 'built') void warmUp();
      const { generation } = keeper.status();
      if (event === 'built' && generation) models.follow(generation);
    },
  });
  const models = new ModelKeeper({
    out: where.out,
    horizonDays: settings.horizonDays,
    train: trainInBackground,
    onEvent: (event, detail) => {
      onEvent?.(event, detail);
      if (event === 'model opened') void warmUpScores();
    },
  });
  // A warehouse that is about to be built anew gets its model then.
  const followWarehouse = (): void => {
    const { state, generation } = keeper.status();
    if (state === 'ready' && generation) models.follow(generation);
  };
  const looking = setInterval(followWarehouse, LOOK_FOR_MODELS_MS).unref();
  void keeper.settled().then(followWarehouse);
  const answerer = new Answerer(
    keeper,
    settings,
    (kind, error) => onFault(`query of kind ${kind} failed`, error),
    modelScorer(models),
    forecaster,
  );
  // The first dashboard that is opened asks for the customers as of the data's end, and for what is to be expected of
  // the shop: they are ready by then.
  const ask = async (kind: QueryKind, from: number): Promise<void> => {
    await answerer.prepare({ model: { kind }, range: { from, to: Date.now() }, maxDataPoints: 0, fullIds: true });
  };
  const warmUp = async (): Promise<void> => {
    await ask('rfm_segments', Date.now());
    await ask('forecast_shortfall', Date.now());
  };
  // Past months take some seconds to score, and every customer's page shows them.
  const warmUpScores = async (): Promise<void> => {
    await ask('risk_summary', Date.now());
    await ask('risk_history', 0);
  };
  const counted = async (asked: Promise<Answer>): Promise<Answer> => {
    const began = performance.now();
    const answer = await asked;
    metrics()?.countQuery(answer.kind, answer.status, (performance.now() - began) / 1000);
    return answer;
  };
  const audit = new AuditKeeper(auditFolder(where.out), { onFault });
  return {
    settings,
    audit,
    status: () => ({ ...keeper.status(), model: models.status() }),
    refresh: () => keeper.refresh(),
    settled: () => keeper.settled(),
    modelSettled: () => keeper.settled().then(() => models.settled()),
    retrain: () => {
      const { generation } = keeper.status();
      return generation !== undefined && models.retrain(generation);
    },
    rebuild: () => keeper.rebuild(),
    loads: async () => (await keeper.loads()).map(loadSummary),
    models: async () => (await models.kept()).map(modelSummary),
    close: async () => {
      clearInterval(looking);
      await models.close();
      await keeper.close();
      await audit.close();
    },
    answer: (question, signal) => counted(answerer.answer(question, signal)),
    describe: (fullIds) => keeper.use((engine) => describeSchema(engine, fullIds)).catch(notReadyInWords),
    predict: (request, signal) => counted(answerer.predict(request, signal)),
  };
}

/** A warehouse that is being built is no fault: whoever asked asks again. */
function notReadyInWords(error: unknown): never {
  throw error instanceof NotReadyError ? new AnswerError(error.status, error.message) : error;
}
