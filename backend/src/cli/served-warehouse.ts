import { join } from 'node:path';
import { ModelKeeper } from '../churn/model/keeper';
import { openScoreFiles } from '../churn/scoring/files/score-files';
import type {
  BackupMade,
  EventsStatus,
  KafkaStatus,
  LiveSource,
  QueryKind,
  ResolvedSettings,
  WarehouseStatus,
} from '../contract';
import { AnswerError } from '../http/ask';
import { AuditKeeper, type AuditHealth } from '../http/audit/keeper';
import { readBusiness, type BusinessFigures, type Metrics } from '../http/metrics';
import type { LiveFeed } from '../events/feed/feed';
import type { Served } from '../http/served';
import { Answerer } from '../queries/answer';
import type { Answer } from '../queries/question';
import type { Forecaster } from '../forecast/forecast';
import type { EventFigures } from '../queries/operations/figures';
import { scorePastMonths } from '../queries/churn/risk-history';
import { modelScorer } from '../queries/churn/model-scorer';
import { describeSchema } from '../queries/sql-mode/describe';
import { adviceOf, WarehouseError } from '../warehouse';
import { NotReadyError, WarehouseKeeper, type KeeperOptions } from '../warehouse/keeper/keeper';
import { scoredBase, type WarningAccess } from '../queries/alerts';
import { auditFolder } from './access/audit-cli';
import { comparing } from './alerts/comparing';
import { serveAlerts } from './alerts/served-alerts';
import { makeBackup } from './backup/make';
import { buildInBackground } from './background-build';
import { bundleFolder } from './bundle-folder';
import { trainInBackground } from './background-train';
import { customersOf } from './events/customers-of';
import { startLiveScores, type LiveScores } from './events/live-scores';
import { noEvents, serveEvents, type EventsPart } from './events/served-events';
import { serveKafka } from './kafka/served-kafka';
import { openLiveFeed } from './live/open-feed';
import { loadSummary } from './load-summary';
import { modelSummary } from './model-summary';
import { version } from '../version';
import { warmUp, type WarmUpOptions } from './warm-up';
import { serveWebhooks, type WebhooksPart } from './webhooks/served-webhooks';

export interface ServedWarehouse extends Served {
  readonly events: EventsPart;
  /** What is told as it comes; undefined where this process does not keep the events. */
  live(): Promise<LiveSource | undefined>;
  /** How reading events from Kafka fares. */
  kafka(): KafkaStatus;
  /** Settles once events are taken or cannot be, and Kafka has answered or cannot be reached. Never rejects. */
  eventsSettled(): Promise<void>;
  /** Settles once the first attempt to open or build has ended. */
  settled(): Promise<void>;
  /** Settles once a model serves or could not be trained. */
  modelSettled(): Promise<void>;
  /** The shop's figures now, for metrics. */
  business(): Promise<BusinessFigures>;
  close(): Promise<void>;
}

/** Events that have waited so long go before what nobody has asked for yet. */
const BUSY_S = 0.5;

/** How often it is looked for a model that another process has trained. */
const LOOK_FOR_MODELS_MS = 60_000;

export interface ServedOptions extends Pick<KeeperOptions, 'data' | 'out'> {
  /** Told of what happens, for the log. */
  onEvent?(event: string, detail: string): void;
  settings: ResolvedSettings;
  /** Of the whole process: whoever made it closes it. */
  forecaster: Forecaster;
  metrics(): Metrics | undefined;
  /** Whether what readers will ask for is computed before they do; yes unless told otherwise. */
  preparesAhead?: boolean;
  /** Where early warnings are read from, instead of those that this process keeps. */
  warnings?(): WarningAccess;
  /** Whether this process takes events for the warehouse; only one can. */
  takesEvents?: boolean;
  /** To sign in to Kafka with. */
  kafkaPassword?: string;
  /** Where secrets of webhooks may stand. */
  secureSettings?: Readonly<Record<string, string>>;
  onFault(message: string, error: unknown): void;
}

/** Puts the parts together: a warehouse that is kept built, an answerer over it, and the counting of its queries. */
export function serveWarehouse(options: ServedOptions): ServedWarehouse {
  const { settings, forecaster, metrics, onFault, onEvent, takesEvents = false, kafkaPassword, ...where } = options;
  const keeper: WarehouseKeeper = new WarehouseKeeper({
    ...where,
    build: (job) =>
      events.during(() => buildInBackground(job, keeper.status().generation !== undefined), job.onProgress),
    sandboxProgram: join(bundleFolder, 'sql-sandbox.mjs'),
    onEvent: (event, detail) => {
      onEvent?.(event, detail);
      if (event === 'opened') {
        // Also while a newer generation is being built. Without any there is nobody to warn of.
        void events.start();
        prepareSoon(prepareShop);
      }
      if (event === 'opened' || event === 'built') prepareSoon(async () => scores?.prepare());
      if (event === 'built') {
        void events.start();
        const onlyEvents = events.serves();
        // Where events come all the time, generations do: nobody may be waiting for the figures of this one, and the
        // customers whom events touch go before the others.
        if (onlyEvents) prepareSoon(() => everyone.compare(onlyEvents));
        else {
          prepareSoon(prepareShop);
          void everyone.compare();
        }
        const { generation } = keeper.status();
        if (generation) models.follow(generation);
      }
    },
  });
  const models = new ModelKeeper({
    out: where.out,
    horizonDays: settings.horizonDays,
    train: trainInBackground,
    onEvent: (event, detail) => {
      onEvent?.(event, detail);
      if (event !== 'model opened') return;
      prepareSoon(prepareScores);
      void everyone.compare();
    },
  });
  // A warehouse that is about to be built anew gets its model then.
  const followWarehouse = (): void => {
    const { state, generation } = keeper.status();
    if (state === 'ready' && generation) models.follow(generation);
  };
  const looking = setInterval(followWarehouse, LOOK_FOR_MODELS_MS).unref();
  void keeper.settled().then(followWarehouse);
  let scores: LiveScores | undefined;
  const ending = new AbortController();
  let live: Promise<LiveFeed | undefined> | undefined;
  const webhooks = serveWebhooks({ settings, secure: options.secureSettings, onFault });
  const alerts = serveAlerts({ settings, queueIn: webhooks.open, onFault });
  const events: EventsPart = takesEvents
    ? serveEvents({
        out: where.out,
        rebuild: () => keeper.rebuild(),
        onFault,
        onElsewhere: (detail) => onEvent?.('events taken elsewhere', detail),
        findCustomers: customersOf(keeper),
        onOpened: (log) => {
          // A log that opens while all is being closed has nobody left who would end what is begun on it.
          if (ending.signal.aborted) return;
          const warnings = alerts.open(log.store);
          const { watcher } = warnings;
          const { isSettled } = events;
          scores = startLiveScores({ out: where.out, settings, keeper, isSettled, models, log, watcher, onFault });
          live = openLiveFeed({ warnings, scores, onFault });
          kafka.read(log);
          void everyone.compare();
        },
      })
    : noEvents();
  const kafka = serveKafka({
    settings: takesEvents ? settings.kafka : undefined,
    password: kafkaPassword,
    openLog: () => events.start(),
    onEvent: (event, detail) => onEvent?.(`kafka ${event}`, detail),
  });
  const answerer = new Answerer(
    keeper,
    settings,
    (kind, error) => onFault(`query of kind ${kind} failed`, error),
    modelScorer(models, (by) => openScoreFiles(where.out, version, by)),
    forecaster,
    () => scores && { ...scores.status(), ...sendingFigures(webhooks) },
    options.warnings ?? alerts.access,
  );
  const everyone = comparing({
    by: () => {
      const champion = models.current();
      const { generation } = keeper.status();
      return champion && generation && `${generation.regularLastDay} ${champion.model.facts.id}`;
    },
    compare: () => {
      // Asked before the generation is: one that begins to serve in between holds these events as well.
      const folded = events.opened()?.seqOf('folded') ?? 0;
      return alerts.rescore((use) => answerer.withEverything((context) => use(scoredBase(context, folded))));
    },
  });
  // The first dashboard that is opened asks for the customers as of the data's end, and for what is to be expected of
  // the shop: they are ready by then.
  const ask = async (kind: QueryKind, from: number): Promise<void> => {
    await answerer.prepare({ model: { kind }, range: { from, to: Date.now() }, maxDataPoints: 0, fullIds: true });
  };
  const prepareSoon = (questions: WarmUpOptions['ask']): void => {
    if (options.preparesAhead === false) return;
    const isBusy = (): boolean => (scores?.status().lagSeconds ?? 0) > BUSY_S;
    void warmUp({ ask: questions, isBusy, signal: ending.signal });
  };
  const prepareShop = async (): Promise<void> => {
    await ask('rfm_segments', Date.now());
    await ask('forecast_shortfall', Date.now());
  };
  // Past months take some seconds to score, and every customer's page shows them.
  const prepareScores = async (giveWay: () => Promise<void>): Promise<void> => {
    const { generation } = keeper.status();
    const isWanted = (): boolean => !ending.signal.aborted && keeper.status().generation?.id === generation?.id;
    await ask('risk_summary', Date.now());
    const goOn = (): Promise<boolean> => giveWay().then(isWanted);
    // Whoever asks for what cannot be scored is told why.
    await answerer.withEverything((context) => scorePastMonths(context, goOn)).catch(() => undefined);
    if (isWanted()) await ask('risk_history', 0);
  };
  const counted = async (asked: Promise<Answer>): Promise<Answer> => {
    const began = performance.now();
    const answer = await asked;
    metrics()?.countQuery(answer.kind, answer.status, (performance.now() - began) / 1000);
    return answer;
  };
  const audit = new AuditKeeper(auditFolder(where.out), { onFault });
  const eventsStatus = (): EventsStatus => ({ ...events.status(), ...scores?.status() });
  let backingUp = false;
  const backup = async (): Promise<BackupMade> => {
    backingUp = true;
    // Those that this process has not open are not of its keeping.
    const store = events.opened()?.store;
    const copyEvents = store && ((file: string) => store.copyTo(file));
    return makeBackup({ out: where.out, copyEvents })
      .catch((error: unknown) => backupFailed(error, onFault))
      .finally(() => (backingUp = false));
  };
  return {
    settings,
    status: () => ({
      ...keeper.status(),
      model: models.status(),
      events: eventsStatus(),
      ...kafkaShown(kafka.status()),
      ...auditTrouble(audit.health()),
    }),
    events: { ...events, status: eventsStatus },
    alerts,
    live: () => live ?? events.start().then(() => live),
    webhooks: webhooks.status,
    kafka: () => kafka.status(),
    eventsSettled: async () => {
      await events.start();
      if (events.opened()) await kafka.settled();
    },
    audit,
    backup: () => (backingUp ? undefined : backup()),
    refresh: () => keeper.refresh(),
    settled: () => keeper.settled(),
    modelSettled: () => keeper.settled().then(() => models.settled()),
    retrain: () => {
      const { generation } = keeper.status();
      return generation !== undefined && models.retrain(generation);
    },
    rebuild: () => keeper.rebuild(),
    business: () => readBusiness((question) => answerer.prepare(question), Date.now()),
    loads: async () => (await keeper.loads()).map(loadSummary),
    models: async () => (await models.kept()).map(modelSummary),
    close: async () => {
      ending.abort();
      clearInterval(looking);
      everyone.close();
      await models.close();
      await kafka.close();
      await scores?.close();
      (await live)?.close();
      await webhooks.close();
      alerts.close();
      await events.close();
      await keeper.close();
      await audit.close();
    },
    answer: (question, signal) => counted(answerer.answer(question, signal)),
    describe: (fullIds) => keeper.use((engine) => describeSchema(engine, fullIds)).catch(notReadyInWords),
    predict: (request, signal) => counted(answerer.predict(request, signal)),
  };
}

/** Administrators are told what went wrong, and so is the log. */
function backupFailed(error: unknown, onFault: ServedOptions['onFault']): never {
  onFault('the backup failed', error);
  if (!(error instanceof WarehouseError)) throw error;
  throw new AnswerError(error.code === 'busy' ? 409 : 500, adviceOf(error));
}

/** What figures of the service say of webhooks: nothing where none are set. */
function sendingFigures({ status, givenUp }: WebhooksPart): Pick<EventFigures, 'webhooks'> {
  const { state, waiting, dead, receivers } = status();
  if (state === 'off') return {};
  return { webhooks: { waiting, dead, receivers: receivers.map(({ name }) => name), givenUp: givenUp() } };
}

/** What the status says of Kafka: nothing where no brokers are set. Its partitions are for the metrics. */
function kafkaShown({ partitions: _, ...shown }: KafkaStatus): Pick<WarehouseStatus, 'kafka'> {
  return shown.state === 'off' ? {} : { kafka: shown };
}

/** What the status says of the audit log: nothing while all is well. */
function auditTrouble({ error, waiting, lost }: AuditHealth): Pick<WarehouseStatus, 'audit'> {
  return error === undefined && lost === 0 ? {} : { audit: { error, waiting, lost } };
}

/** A warehouse that is being built is no fault: whoever asked asks again. */
function notReadyInWords(error: unknown): never {
  throw error instanceof NotReadyError ? new AnswerError(error.status, error.message) : error;
}
