import { LRUCache } from 'lru-cache';
import {
  DEFAULT_LANGUAGE,
  parseQuery,
  QueryError,
  sqlRefusal,
  type ChurnwatchQuery,
  type Frame,
  type GenerationSummary,
  type Language,
  type ResolvedSettings,
  type TimeRange,
} from '../contract';
import { loadPlaybook, type LoadedPlaybook } from '../churn/playbook';
import { ForecastError, type Forecaster } from '../forecast/forecast';
import { FeatureValueError, NoScoreError, ScoreComingError } from '../churn/scoring/scored';
import { Snapshots } from '../segments/snapshot';
import type { Engine } from '../warehouse/engine';
import { NotReadyError, type WarehouseKeeper } from '../warehouse/keeper/keeper';
import { sourcesOf } from './annotations';
import { CampaignFile } from './annotations/campaigns/campaign-file';
import { asOfDay, movedIntoData, type MovedRange } from './as-of';
import type { RowToPredict } from './churn/predict';
import { NO_SCORER, type Scorer } from './churn/scorer';
import type { QueryContext } from './context';
import { FORECAST_TIME_LIMIT_MS, NO_FORECASTER } from './forecast/forecaster';
import { bytesOf, dependsOnModel, keyOf, mayBeKept } from './kept-answers';
import { allMeasures, onlyMeasures } from './kpis';
import { runPredictions, runQuery } from './run';
import { heldRange } from './scope';
import { QueryLoad } from './operations/query-load';
import { SingleFlight } from './single-flight';

export interface Question {
  /** The query as it arrived: anything. */
  model: unknown;
  range: TimeRange;
  maxDataPoints: number;
  /** Length of one step of the picture, in ms; for SQL. 0 or absent: the range by `maxDataPoints`. */
  intervalMs?: number;
  /** May the caller see customer ids whole? */
  fullIds: boolean;
  /** Is the caller trusted with SQL where only editors are? See `sqlRefusal`. */
  trusted?: boolean;
  /** Who asks, so that one does not keep others waiting; some text that names them. */
  user?: string;
}

/** Customers to predict in one go. */
export interface PredictionRequest {
  rows: readonly RowToPredict[];
  range: TimeRange;
  /** The day as of which customers are judged; absent: the end of the range. */
  asOf?: string;
  fullIds: boolean;
  /** Language of sentences and display names; absent: English. */
  language?: Language;
}

export interface Answer {
  /** The kind as far as it could be read, for metrics; `invalid` when it could not. */
  kind: string;
  /** HTTP-like: 200, 400 (the question is wrong), 403 (not allowed), 422 (no score or forecast), 503 (no warehouse or model yet), 499 (cancelled), 500. */
  status: number;
  frames: Frame[];
  error?: string;
}

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

/** All cached answers together stay below this. */
const CACHE_BYTES = 128 * 1024 * 1024;
const DEFAULT_POINTS = 1_000;

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
  ) {
    this.campaigns = new CampaignFile(settings.campaignsFile);
  }

  /** Never rejects: what went wrong is in the answer, in words for the person who asked. */
  answer(question: Question, signal?: AbortSignal): Promise<Answer> {
    return this.counted(this.answerTo(question, signal));
  }

  /** Computes an answer that will be asked for soon, so that it is kept by then; nobody's query, so it is not counted. */
  async prepare(question: Question): Promise<void> {
    await this.answerTo(question);
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
      return { kind, frames: [], ...this.failure(kind, error, signal) };
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
        const day = asOfDay(range, generation, asOf, this.settings);
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
      return { kind, frames: [], ...this.failure(kind, error, signal) };
    }
  }

  private async cached(
    query: ChurnwatchQuery,
    question: Question,
    engine: Engine,
    generation: GenerationSummary,
    signal?: AbortSignal,
  ): Promise<Frame[]> {
    // Events are told where they happened.
    const moved: MovedRange =
      query.kind === 'annotations' ? { range: question.range } : movedIntoData(question.range, generation);
    const asOf = asOfDay(moved.range, generation, query.asOf, this.settings);
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
      const { language = DEFAULT_LANGUAGE } = query;
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

  /** What an answer about events depends on besides: the range as it was asked, and the file of campaigns. */
  private async besideWarehouse(query: ChurnwatchQuery, asked: TimeRange): Promise<unknown> {
    if (query.kind !== 'annotations') return undefined;
    const campaigns = sourcesOf(query, this.campaigns).includes('campaigns');
    return [asked.from, asked.to, campaigns ? await this.campaigns.stamp() : ''];
  }

  /** @throws NotAllowedError for SQL of a caller who may not run any */
  private checkMayAsk(query: ChurnwatchQuery, { trusted = false }: Question): void {
    const refusal = query.kind === 'sql' ? sqlRefusal(this.settings.sqlMode, trusted) : undefined;
    if (refusal !== undefined) throw new NotAllowedError(refusal);
  }

  private contextOf(asked: Asked, signal?: AbortSignal): QueryContext {
    const { engine, generation } = asked;
    const { settings, scorer, forecaster, load } = this;
    return {
      ...asked,
      settings,
      load,
      signal,
      snapshot: (day, use) => this.snapshot(engine, day, use),
      scored: (day, use) => {
        const snapshot = <T>(useTable: (table: string) => Promise<T>): Promise<T> =>
          this.snapshot(engine, day, useTable);
        return scorer.scored({ engine, generation, asOf: day, settings, snapshot }, use);
      },
      model: () => scorer.model?.(),
      forecast: (request) => forecaster.forecast(request, { signal, timeLimitMs: FORECAST_TIME_LIMIT_MS }),
      loads: () => this.keeper.loads(),
      campaigns: this.campaigns,
      playbook: () => (this.playbook ??= loadPlaybook(settings.playbookFile)),
      valueIfReturns: (frequency, monetary) => scorer.valueIfReturns?.(frequency, monetary),
    };
  }

  /** The model that an answer depends on; undefined when it depends on none, or there is none. */
  private modelOf(query: ChurnwatchQuery): string | undefined {
    return dependsOnModel(query) ? this.scorer.modelId() : undefined;
  }

  private snapshot<T>(engine: Engine, asOf: string, use: (table: string) => Promise<T>): Promise<T> {
    return this.snapshotsOf(engine).with({ asOf, settings: this.settings }, use);
  }

  private snapshotsOf(engine: Engine): Snapshots {
    const known = this.snapshots.get(engine);
    if (known) return known;
    const made = new Snapshots(engine);
    this.snapshots.set(engine, made);
    return made;
  }

  private failure(kind: string, error: unknown, signal?: AbortSignal): Pick<Answer, 'status' | 'error'> {
    if (error instanceof QueryError || error instanceof NotReadyError || error instanceof NotAllowedError) {
      return { status: error.status, error: error.message };
    }
    if (error instanceof ScoreComingError) return { status: 503, error: error.message };
    if (error instanceof NoScoreError || error instanceof ForecastError) return { status: 422, error: error.message };
    if (error instanceof FeatureValueError) return { status: 400, error: error.message };
    if (signal?.aborted) return { status: 499, error: 'The query was cancelled.' };
    this.onFault(kind, error);
    return { status: 500, error: 'The query failed inside Churnwatch; its log says why. Please try again.' };
  }
}

/** A question that the caller may not ask; its message says who may. */
export class NotAllowedError extends Error {
  override name = 'NotAllowedError';
  readonly status = 403;
}

/** Of the picture's size only what the kind looks at, so that panels of other widths share an answer. */
function pointsFor(
  { kind }: ChurnwatchQuery,
  { range, maxDataPoints, intervalMs = 0 }: Question,
): Pick<QueryContext, 'maxDataPoints' | 'intervalMs'> {
  const interval = intervalMs > 0 ? intervalMs : intervalOf(range, maxDataPoints);
  if (kind === 'annotations') return { maxDataPoints: DEFAULT_POINTS, intervalMs: 0 };
  return kind === 'sql' ? { maxDataPoints: DEFAULT_POINTS, intervalMs: interval } : { maxDataPoints, intervalMs: 0 };
}

const intervalOf = ({ from, to }: TimeRange, points: number): number => Math.max(1, Math.round((to - from) / points));

/** The last moment (ms) that a date can hold (ECMA-262, time values). */
const LAST_DATE = 8.64e15;

function checkRange({ from, to }: TimeRange): void {
  if (![from, to].every((ms) => Number.isFinite(ms) && Math.abs(ms) <= LAST_DATE)) {
    throw new QueryError('The time range must have a start and an end, both dates of the calendar.');
  }
  if (from > to) throw new QueryError('The time range ends before it begins.');
}
