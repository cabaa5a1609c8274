import {
  VisualizationSuggestionScore,
  type DataFrame,
  type PanelDataSummary,
  type VisualizationSuggestion,
  type VisualizationSuggestionsBuilder,
} from '@grafana/data';
import { t } from '../../language/t';
import { readPlaces } from './data/readPlaces';
import type { MapOptions } from './options';
import { shapeOf } from './shapes/stateShapes';

type Suggestion = VisualizationSuggestion<MapOptions>;

/** Suggests the panel for frames that it can draw: as states, and as cities where some have a place. */
export function suggestFor(frames: readonly DataFrame[]): Suggestion[] {
  const reading = readPlaces(frames);
  if (reading.state !== 'ready') return [];
  const { states, cities } = reading.model;
  const suggestions: Suggestion[] = [];
  if (states?.places.some(({ state }) => shapeOf(state))) {
    suggestions.push({
      name: t('map.suggestion.states', 'Map of Brazil: states'),
      score: VisualizationSuggestionScore.Best,
    });
  }
  if (cities?.places.some(({ at }) => at !== null)) {
    suggestions.push({
      name: t('map.suggestion.cities', 'Map of Brazil: cities'),
      options: { level: 'cities' },
      score: VisualizationSuggestionScore.Good,
    });
  }
  return suggestions;
}

/**
 * The supplier of suggestions as Grafana calls it: as a function; before 12.4 by the method, which has to exist but is told
 * too little of the data to suggest anything.
 */
export const suggestionsSupplier = Object.assign(
  ({ rawFrames = [] }: PanelDataSummary): Suggestion[] => suggestFor(rawFrames),
  { getSuggestionsForData: (_builder: VisualizationSuggestionsBuilder): void => undefined },
);
