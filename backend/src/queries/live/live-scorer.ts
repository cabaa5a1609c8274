import type { LoadedPlaybook } from '../../churn/playbook';
import { readableFeatures } from '../../churn/model/derived-features';
import { dayOf, type GenerationSummary, type ResolvedSettings } from '../../contract';
import type { LoggedEvent } from '../../events/process/logged-event';
import { UnusableEventError, type LiveScorer, type LiveScores } from '../../events/process/scorer';
import { messageOf } from '../../warehouse';
import { NotReadyError } from '../../warehouse/keeper/keeper';
import { championOf, type ModelSource } from '../churn/model-source';
import { catchUp, openGeneration, type OpenedGeneration, type OpeningOptions } from './opened-generation';
import { scoreSome, type Judge } from './score-some';
import { Successor } from './successor';
import { eventsOf } from './unfolded';

export interface LiveScorerOptions extends OpeningOptions {
  settings: ResolvedSettings;
  models: ModelSource;
  playbook(): Promise<LoadedPlaybook>;
  /** The generation that serves; undefined while there is none. */
  generation(): GenerationSummary | undefined;
}

/** What cannot be read of an event, as DuckDB says it. */
const UNUSABLE = /(?:Conversion|Out of Range) Error: (.*)|malformed JSON[^.]*/i;

/**
 * Scores customers whom events have touched, by the warehouse's and the model's own statements over these customers
 * alone. They are judged as of the later of two days: the generation's last day of regular trade, and the day of the
 * latest event that is not in it yet.
 */
export class LiveScoring implements LiveScorer {
  private opened: OpenedGeneration | undefined;
  private next: Successor | undefined;
  /** Successors that were not needed any more. */
  private letting: Promise<unknown> = Promise.resolve();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: LiveScorerOptions) {}

  score(events: readonly LoggedEvent[]): Promise<LiveScores> {
    return this.inTurn(async () => {
      const judge = await this.judge();
      try {
        const opened = await this.open(events[0]!.seq - 1);
        return await this.scoreIn(opened, events, judge);
      } catch (error) {
        if (error instanceof UnusableEventError) throw error;
        // Whatever was half done is done anew.
        await this.drop();
        throw error;
      }
    });
  }

  /**
   * Opens the generation that serves before an event asks for it; what fails now is tried again then.
   *
   * @param processed the last event that has had its effect
   */
  async prepare(processed: number): Promise<void> {
    const open = () => this.open(Math.max(processed, this.opened?.seq ?? 0));
    const { shop, latestDay } = await this.inTurn(open);
    // In nobody's turn: events that come meanwhile have it done sooner.
    await shop.prepare(latestDay);
    await this.next?.settled;
    await this.inTurn(open);
  }

  /** Frees the generation; what is under way ends first. */
  close(): Promise<void> {
    return this.inTurn(() => this.drop());
  }

  private async scoreIn(opened: OpenedGeneration, events: readonly LoggedEvent[], judge: Judge): Promise<LiveScores> {
    const { shop } = opened;
    const ids = [...new Set(events.map(({ customerId }) => customerId))];
    const span = { from: opened.foldedUpTo, to: events.at(-1)!.seq };
    const rows = await eventsOf(this.options.store, ids, span);
    await shop.read(ids, rows).catch(asUnusable);
    const days = events.map(({ occurredAt }) => dayOf(occurredAt));
    const cut = [opened.latestDay, ...days].reduce((latest, day) => (day > latest ? day : latest));
    const features = readableFeatures(judge.champion.model.features);
    const profiles = await scoreSome(await shop.placed(cut, features), judge);
    opened.latestDay = cut;
    opened.seq = span.to;
    return { profiles, basis: { generation: shop.generation, model: judge.champion.model.facts.id } };
  }

  private async judge(): Promise<Judge> {
    const { models, settings, playbook } = this.options;
    return { champion: championOf(models), settings, playbook: await playbook() };
  }

  /** The generation that serves, or while that is being opened the one before, with all events up to `seq`. */
  private async open(seq: number): Promise<OpenedGeneration> {
    const generation = this.options.generation();
    if (!generation) throw new NotReadyError('The warehouse is not there yet: events wait until it is.');
    const { opened } = this;
    if (opened?.shop.generation === generation.id) {
      await catchUp(opened, this.options.store, seq);
      return opened;
    }
    if (!opened) return (this.opened = await openGeneration(this.options, generation, seq));
    if (this.next?.id !== generation.id) {
      this.letGo(this.next);
      this.next = new Successor(this.options, generation, opened);
    }
    const ready = this.next.ready();
    if (!ready) return opened;
    await catchUp(ready, this.options.store, seq);
    this.next = undefined;
    this.opened = ready;
    if (opened.latestDay > ready.latestDay) ready.latestDay = opened.latestDay;
    await opened.shop.close();
    return ready;
  }

  private async drop(): Promise<void> {
    const { opened, next } = this;
    this.opened = undefined;
    this.next = undefined;
    this.letGo(next);
    await this.letting;
    await opened?.shop.close();
  }

  private letGo(next: Successor | undefined): void {
    if (next) this.letting = Promise.allSettled([this.letting, next.close()]);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }
}

function asUnusable(error: unknown): never {
  const told = UNUSABLE.exec(messageOf(error));
  if (!told) throw error;
  throw new UnusableEventError(`What the event says cannot be read: ${told[1] ?? told[0]}`);
}
