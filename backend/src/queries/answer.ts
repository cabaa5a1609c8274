import { LRUCache } from 'lru-cache';
import {
  DAY_MS,
  DEFAULT_LANGUAGE,
  languageNamedIn,
  parseQuery,
  sqlRefusal,
  startOf,
  type ChurnwatchQuery,
  type Frame,
  type GenerationSummary,
  type ResolvedSettings,
  type TimeRange,
} from '../contract';
import { loadPlaybook, playbookIn, type LoadedPlaybook } from '../churn/playbook';
import type { Forecaster } from '../forecast/forecast';
import { Snapshots } from '../segments/snapshot';
import type { Engine } from '../warehouse/engine';
import type { WarehouseKeeper } from '../warehouse/keeper/keeper';
import { NO_WARNINGS, type WarningAccess } from './alerts';
import { sourcesOf } from './annotations';
import { CampaignFile } from './annotations/campaigns/campaign-file';
import { asOfDay, movedIntoData, type MovedRange } from './as-of';
import { NO_SCORER, type Scorer, type ScoreRequest } from './churn/scorer';
import type { QueryContext } from './context';
import { forecastTimeLimit, NO_FORECASTER } from './forecast/forecaster';
import { failureOf, NotAllowedError } from './failure';
import { bytesOf, dependsOnModel, keyOf, mayBeKept } from './kept-answers';
import { allMeasures, onlyMeasures } from './kpis';
import { DEFAULT_POINTS, intervalOf, pointsFor } from './points';
import { checkRange, type Answer, type PredictionRequest, type Question } from './question';
import { runPredictions, runQuery } from './run';
import { heldRange } from './scope';
import type { EventFigures } from './operations/figures';
import { QueryLoad } from './operations/query-load';
import { SingleFlight } from './single-flight';

type Asked = Pick<
  QueryContext,
  | 'engine'
  | 'generation'
  | 'range'
  | 'asked'
  | 'asOf'
  | 'maxDataPoints'
  | 'intervalMs'
  | 'language'
  | 'fullIds'
  | 'user'
>;

type SnapshotOf = Pick<Asked, 'engine' | 'generation'>;

/** All cached answers together stay below this. */
const CACHE_BYTES = 128 * 1024 * 1024;

/**
 * Answers questions about one warehouse. Equal questions of callers who may see the same are computed once (also while
 * the first is under way) and kept while their generation serves.
 */
export class Answerer {
  private readonly cache = new LRUCache<string, Frame[]>({ maxSize: CACHE_BYTES, sizeCalculation: bytesOf });
  private readonly flights = new SingleFlight<Frame[]>();
  private readonly snapshots = new WeakMap<Engine, Snapshots>();
  private readonly load = new QueryLoad();
  private playbook?: Promise<LoadedPlaybook>;
  private readonly campaigns: CampaignFile;

  constructor(
    private readonly keeper: Pick<WarehouseKeeper, 'use' | 'loads'>,
    private readonly settings: ResolvedSettings,
    private readonly onFault: (kind: string, error: unknown) => void = () => {},
    private readonly scorer: Scorer = NO_SCORER,
    private readonly forecaster: Forecaster = NO_FORECASTER,
    private readonly events: () => EventFigures | undefined = () => undefined,
    private readonly warnings: () => WarningAccess = () => NO_WARNINGS,
  ) {
    this.campaigns = new CampaignFile(settings.campaignsFile);
  }

  /** Never rejects: what went wrong is in the answer, in words for the person who asked. */
  answer(question: Question, signal?: AbortSignal): Promise<Answer> {
    return this.counted(this.answerTo(question, signal));
  }

  /** The same for the service's own questions, such as one that will be asked for soon: they are not counted. */
  prepare(question: Question): Promise<Answer> {
    return this.answerTo(question);
  }

  private async counted(asked: Promise<Answer>): Promise<Answer> {
    const began = performance.now();
    const answer = await asked;
    this.load.record(answer, (performance.now() - began) / 1_000, Date.now());
    return answer;
  }

  private async answerTo(question: Question, signal?: AbortSignal): Promise<Answer> {
    let kind = 'invalid';
    try {
      checkRange(question.range);
      const query = parseQuery(question.model);
      kind = query.kind;
      this.checkMayAsk(query, question);
      const shared = query.kind === 'kpis' ? allMeasures(query) : query;
      const frames = await this.keeper.use((engine, generation) =>
        this.cached(shared, question, engine, generation, signal),
      );
      return { kind, status: 200, frames: query.kind === 'kpis' ? onlyMeasures(frames, query) : frames };
    } catch (error) {
      return {
        kind,
        frames: [],
        ...failureOf(error, languageNamedIn(question.model), signal, () => this.onFault(kind, error)),
      };
    }
  }

  /**
   * Predicts customers in one go: the answer is a table with a row per row of the request, in its order. Never rejects.
   * It is kept nowhere, being as large as the request and hardly ever asked for again.
   */
  predict(request: PredictionRequest, signal?: AbortSignal): Promise<Answer> {
    return this.counted(this.predictTo(request, signal));
  }

  private async predictTo(request: PredictionRequest, signal?: AbortSignal): Promise<Answer> {
    const kind = 'predictions';
    const { rows, range, asOf, fullIds, language = DEFAULT_LANGUAGE } = request;
    try {
      checkRange(range);
      const frames = await this.keeper.use((engine, generation) => {
        const day = asOfDay(range, generation, asOf, this.settings, language);
        const held = heldRange(range, generation);
        const points = { maxDataPoints: DEFAULT_POINTS, intervalMs: intervalOf(held, DEFAULT_POINTS) };
        const asked = {
          engine,
          generation,
          range: held,
          asked: range,
          asOf: day.day,
          ...points,
          language,
          fullIds,
          user: '',
        };
        return runPredictions(rows, this.contextOf(asked, signal), { asOf: day.reason });
      });
      return { kind, status: 200, frames };
    } catch (error) {
      return { kind, frames: [], ...failureOf(error, language, signal, () => this.onFault(kind, error)) };
    }
  }

  /**
   * Calls `use` with what query kinds answer from, as of the last day of regular trade: for work on all customers at
   * once.
   *
   * @throws NotReadyError while there is no warehouse
   */
  withEverything<T>(use: (context: QueryContext) => Promise<T>): Promise<T> {
    return this.keeper.use((engine, generation) => {
      const { regularLastDay, firstDay } = generation;
      const range = { from: startOf(firstDay), to: startOf(regularLastDay) + DAY_MS - 1 };
      const points = { maxDataPoints: DEFAULT_POINTS, intervalMs: intervalOf(range, DEFAULT_POINTS) };
      const caller = { language: DEFAULT_LANGUAGE, fullIds: true, user: '' };
      return use(
        this.contextOf({ engine, generation, range, asked: range, asOf: regularLastDay, ...points, ...caller }),
      );
    });
  }

  private async cached(
    query: ChurnwatchQuery,
    question: Question,
    engine: Engine,
    generation: GenerationSummary,
    signal?: AbortSignal,
  ): Promise<Frame[]> {
    const { language = DEFAULT_LANGUAGE } = query;
    // Events are told where they happened.
    const moved: MovedRange =
      query.kind === 'annotations' ? { range: question.range } : movedIntoData(question.range, generation, language);
    const asOf = asOfDay(moved.range, generation, query.asOf, this.settings, language);
    const range = heldRange(moved.range, generation);
    const maxDataPoints = question.maxDataPoints > 0 ? question.maxDataPoints : DEFAULT_POINTS;
    // Everything that an answer depends on, and nothing of the request's headers: who asks matters only by what they
    // may see.
    const model = this.modelOf(query);
    const points = pointsFor(query, { ...question, range, maxDataPoints });
    const beside = await this.besideWarehouse(query, question.range);
    const key = keyOf([generation.id, model, query, range, moved.reason, asOf, points, question.fullIds, beside]);
    const known = this.cache.get(key);
    if (known) return known;
    const compute = (shared: AbortSignal): Promise<Frame[]> => {
      const { fullIds, user = '' } = question;
      const asked = {
        engine,
        generation,
        range,
        asked: question.range,
        asOf: asOf.day,
        ...points,
        language,
        fullIds,
        user,
      };
      return runQuery(query, this.contextOf(asked, shared), { asOf: asOf.reason, range: moved.reason });
    };
    const frames = await this.flights.run(key, compute, signal);
    // Another model may have begun to serve meanwhile: its answer would be kept under the old one's name.
    if (this.modelOf(query) === model && mayBeKept(query, frames)) this.cache.set(key, frames);
    return frames;
  }

  /** What an answer about events depends on besides: the range as it was asked, the file of campaigns, and warnings. */
  private async besideWarehouse(query: ChurnwatchQuery, asked: TimeRange): Promise<unknown> {
    if (query.kind !== 'annotations') return undefined;
    const sources = sourcesOf(query, this.campaigns);
    const warnings = sources.includes('alerts') ? this.warnings() : NO_WARNINGS;
    return [
      asked.from,
      asked.to,
      sources.includes('campaigns') ? await this.campaigns.stamp() : '',
      'source' in warnings ? await warnings.source.lastSeq() : '',
    ];
  }

  /** @throws NotAllowedError for SQL of a caller who may not run any */
  private checkMayAsk(query: ChurnwatchQuery, { trusted = false }: Question): void {
    const refusal = query.kind === 'sql' ? sqlRefusal(this.settings.sqlMode, trusted) : undefined;
    if (refusal !== undefined) throw new NotAllowedError(refusal);
  }

  private contextOf(asked: Asked, signal?: AbortSignal): QueryContext {
    const { engine, generation } = asked;
    const { settings, scorer, forecaster, load } = this;
    const requestFor = (asOf: string): ScoreRequest => {
      const snapshot = <T>(use: (table: string) => Promise<T>): Promise<T> => this.snapshot(asked, asOf, use);
      return { engine, generation, asOf, settings, snapshot };
    };
    return {
      ...asked,
      settings,
      load,
      signal,
      snapshot: (day, use) => this.snapshot(asked, day, use),
      scored: (day, use) => scorer.scored(requestFor(day), use),
      scoredTotals: (day) => scorer.totals(requestFor(day)),
      churnProbabilityOf: (customerKey, day) => scorer.probabilityOf(customerKey, requestFor(day)),
      model: () => scorer.model?.(),
      forecast: (request) => forecaster.forecast(request, { signal, timeLimitMs: forecastTimeLimit(asked.user) }),
      loads: () => this.keeper.loads(),
      events: () => this.events(),
      campaigns: this.campaigns,
      warnings: this.warnings(),
      playbook: async () => playbookIn(asked.language, await (this.playbook ??= loadPlaybook(settings.playbookFile))),
      valueIfReturns: (frequency, monetary) => scorer.valueIfReturns?.(frequency, monetary),
    };
  }

  /** The model that an answer depends on; undefined when it depends on none, or there is none. */
  private modelOf(query: ChurnwatchQuery): string | undefined {
    return dependsOnModel(query) ? this.scorer.modelId() : undefined;
  }

  private snapshot<T>(of: SnapshotOf, asOf: string, use: (table: string) => Promise<T>): Promise<T> {
    return this.snapshotsOf(of).with({ asOf, settings: this.settings }, use);
  }

  private snapshotsOf({ engine, generation }: SnapshotOf): Snapshots {
    const known = this.snapshots.get(engine);
    if (known) return known;
    const made = new Snapshots(engine, generation.all.customers);
    this.snapshots.set(engine, made);
    return made;
  }
}
