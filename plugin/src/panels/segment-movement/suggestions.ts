import {
  VisualizationSuggestionScore,
  type DataFrame,
  type PanelDataSummary,
  type VisualizationSuggestion,
  type VisualizationSuggestionsBuilder,
} from '@grafana/data';
import { t } from '../../language/t';
import { readMoves } from './data/readMoves';
import type { MovementOptions } from './options';

type Suggestion = VisualizationSuggestion<MovementOptions>;

/** Suggests the panel for frames that it can draw. */
export function suggestFor(frames: readonly DataFrame[]): Suggestion[] {
  if (readMoves(frames).state !== 'ready') return [];
  return [{ name: t('movement.name', 'Segment movement'), score: VisualizationSuggestionScore.Best }];
}

/**
 * The supplier of suggestions as Grafana calls it: as a function; before 12.4 by the method, which has to exist but is told
 * too little of the data to suggest anything.
 */
export const suggestionsSupplier = Object.assign(
  ({ rawFrames = [] }: PanelDataSummary): Suggestion[] => suggestFor(rawFrames),
  { getSuggestionsForData: (_builder: VisualizationSuggestionsBuilder): void => undefined },
);
