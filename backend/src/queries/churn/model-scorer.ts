import type { Text } from '../../contract';
import { hardFailures } from '../../churn/gates';
import { NoScoreError, ScoreComingError, type ServedModel } from '../../churn/scoring/scored';
import { Scorings } from '../../churn/scoring/scorings';
import { valueIfReturning } from '../../churn/value';
import type { Champion } from '../../churn/model/keeper';
import type { Engine } from '../../warehouse/engine';
import { gateMessages } from './gate-message';
import { NO_MODEL, type Scorer, type ScoreRequest } from './scorer';

/** Where the model that serves comes from. */
export interface ModelSource {
  current(): Champion | undefined;
  /** Why there is none, for people. */
  reason(): Text | undefined;
  /** True while there is none, but one is being opened or trained. */
  coming(): boolean;
  /** Settles once one that is there already has been opened; absent: at once. */
  opened?(): Promise<void>;
}

const OPENING: Text = {
  en: 'The churn model is being opened. Scores will be here in a moment.',
  'pt-BR': 'O modelo de churn está sendo aberto. As pontuações estarão aqui em um instante.',
};

/** Scores customers with the champion; scores of one model and generation are shared by all questions. */
export function modelScorer(models: ModelSource): Scorer {
  const scorings = new WeakMap<Engine, { champion: Champion; scorings: Scorings }>();
  const scoringsOf = (engine: Engine, champion: Champion): Scorings => {
    const known = scorings.get(engine);
    if (known?.champion === champion) return known.scorings;
    const made = new Scorings(engine, champion.model, champion.served);
    scorings.set(engine, { champion, scorings: made });
    // The tables of the model before are of no use any more; those of a reader that was closed are gone already.
    known?.scorings.clear().catch(() => undefined);
    return made;
  };
  return {
    modelId: () => models.current()?.model.facts.id,
    model: (): ServedModel | undefined => models.current()?.served,
    valueIfReturns: (frequency, monetary) => {
      const champion = models.current();
      return champion && valueIfReturning(champion.model.value, frequency, monetary);
    },
    scored: async (request: ScoreRequest, use) => {
      // Whoever asks right after the start waits for that moment, rather than come again.
      if (!models.current()) await models.opened?.();
      const champion = models.current();
      if (!champion && models.coming()) throw new ScoreComingError(models.reason() ?? OPENING);
      if (!champion) throw new NoScoreError(models.reason() ?? NO_MODEL);
      const forbidding = hardFailures(champion.model.gates);
      if (forbidding.length > 0) throw new NoScoreError(gateMessages(forbidding, champion.model.facts.horizonDays));
      const { engine, asOf, settings, snapshot } = request;
      const snapshotKey = JSON.stringify([settings.churnDays, settings.segmentGrid]);
      return scoringsOf(engine, champion).with({ asOf, bands: settings.riskBands, snapshotKey, snapshot }, use);
    },
  };
}
