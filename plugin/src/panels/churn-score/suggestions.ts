import {
  VisualizationSuggestionScore,
  type DataFrame,
  type PanelDataSummary,
  type VisualizationSuggestion,
  type VisualizationSuggestionsBuilder,
} from '@grafana/data';
import { t } from '../../language/t';
import { readList } from './data/readList';
import { readScore } from './data/readScore';
import type { ChurnScoreOptions } from './options';

type Suggestion = VisualizationSuggestion<ChurnScoreOptions>;

/** Suggests the panel for frames that it can draw: as one customer, and as a list. */
export function suggestFor(frames: readonly DataFrame[]): Suggestion[] {
  const score: Suggestion = { name: t('churn.score', 'Churn score'), score: VisualizationSuggestionScore.Best };
  const list: Suggestion = {
    name: t('churn.list.title', 'Churn scores'),
    options: { mode: 'list' },
    score: VisualizationSuggestionScore.Best,
  };
  const drawn = [readScore(frames), readList(frames)];
  return [score, list].filter((_, index) => drawn[index]?.state === 'ready');
}

/**
 * The supplier of suggestions as Grafana calls it: as a function; before 12.4 by the method, which has to exist but is told
 * too little of the data to suggest anything.
 */
export const suggestionsSupplier = Object.assign(
  ({ rawFrames = [] }: PanelDataSummary): Suggestion[] => suggestFor(rawFrames),
  { getSuggestionsForData: (_builder: VisualizationSuggestionsBuilder): void => undefined },
);
