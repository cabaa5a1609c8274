import type { Text } from '../../contract';
import { hardFailures } from '../../churn/gates';
import type { Champion } from '../../churn/model/keeper';
import { NoScoreError, ScoreComingError } from '../../churn/scoring/scored';
import { gateMessages } from './gate-message';
import { NO_MODEL } from './scorer';

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

/**
 * The model that customers may be scored with.
 *
 * @throws ScoreComingError while one is being opened or trained; NoScoreError where there is none, or its checks forbid it
 */
export function championOf(models: ModelSource): Champion {
  const champion = models.current();
  if (!champion && models.coming()) throw new ScoreComingError(models.reason() ?? OPENING);
  if (!champion) throw new NoScoreError(models.reason() ?? NO_MODEL);
  const forbidding = hardFailures(champion.model.gates);
  if (forbidding.length > 0) throw new NoScoreError(gateMessages(forbidding, champion.model.facts.horizonDays));
  return champion;
}
