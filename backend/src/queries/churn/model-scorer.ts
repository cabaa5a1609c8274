import type { ServedModel } from '../../churn/scoring/scored';
import type { ScoredBy, ScoreFiles } from '../../churn/scoring/files/score-files';
import { Scorings, type ScoringRequest } from '../../churn/scoring/scorings';
import { valueIfReturning } from '../../churn/value';
import type { Champion } from '../../churn/model/keeper';
import type { Engine } from '../../warehouse/engine';
import { championOf, type ModelSource } from './model-source';
import type { Scorer, ScoreRequest } from './scorer';

/**
 * Scores customers with the champion; scores of one model and generation are shared by all questions.
 *
 * @param filesOf where the scores of a generation and model outlast the process; absent: nowhere
 */
export function modelScorer(models: ModelSource, filesOf?: (by: ScoredBy) => ScoreFiles): Scorer {
  const scorings = new WeakMap<Engine, { champion: Champion; scorings: Scorings }>();
  const scoringsOf = ({ engine, generation }: ScoreRequest, champion: Champion): Scorings => {
    const known = scorings.get(engine);
    if (known?.champion === champion) return known.scorings;
    const { model, served } = champion;
    const files = filesOf?.({ generation: generation.id, model: model.facts.id });
    const made = new Scorings(engine, model, served, { customers: generation.all.customers, files });
    scorings.set(engine, { champion, scorings: made });
    // The tables of the model before are of no use any more; those of a reader that was closed are gone already.
    known?.scorings.clear().catch(() => undefined);
    return made;
  };
  const scoringsFor = async (request: ScoreRequest): Promise<Scorings> => {
    // Whoever asks right after the start waits for that moment, rather than come again.
    if (!models.current()) await models.opened?.();
    return scoringsOf(request, championOf(models));
  };
  return {
    modelId: () => models.current()?.model.facts.id,
    model: (): ServedModel | undefined => models.current()?.served,
    valueIfReturns: (frequency, monetary) => {
      const champion = models.current();
      return champion && valueIfReturning(champion.model.value, frequency, monetary);
    },
    scored: async (request, use) => (await scoringsFor(request)).with(scoringOf(request), use),
    totals: async (request) => (await scoringsFor(request)).totals(scoringOf(request)),
    probabilityOf: async (customerKey, request) =>
      (await scoringsFor(request)).probabilityOf(customerKey, request.asOf),
  };
}

function scoringOf({ asOf, settings, snapshot }: ScoreRequest): ScoringRequest {
  const snapshotKey = JSON.stringify([settings.churnDays, settings.segmentGrid]);
  return { asOf, bands: settings.riskBands, snapshotKey, snapshot };
}
