import {
  VisualizationSuggestionScore,
  type DataFrame,
  type PanelDataSummary,
  type VisualizationSuggestion,
  type VisualizationSuggestionsBuilder,
} from '@grafana/data';
import { t } from '../../language/t';
import { readSegments } from './data/readSegments';
import type { SegmentsOptions } from './options';

type Suggestion = VisualizationSuggestion<SegmentsOptions>;

/** Suggests the panel for frames that it can draw: as segments, and as scores where there are some. */
export function suggestFor(frames: readonly DataFrame[]): Suggestion[] {
  const reading = readSegments(frames);
  if (reading.state !== 'ready') return [];
  const segments: Suggestion = { name: t('segments.title', 'RFM segments'), score: VisualizationSuggestionScore.Best };
  const scores: Suggestion = {
    name: t('segments.scoresTitle', 'RFM scores'),
    options: { view: 'grid' },
    score: VisualizationSuggestionScore.Good,
  };
  return reading.model.cells === null ? [segments] : [segments, scores];
}

/**
 * The supplier of suggestions as Grafana calls it: as a function; before 12.4 by the method, which has to exist but is told
 * too little of the data to suggest anything.
 */
export const suggestionsSupplier = Object.assign(
  ({ rawFrames = [] }: PanelDataSummary): Suggestion[] => suggestFor(rawFrames),
  { getSuggestionsForData: (_builder: VisualizationSuggestionsBuilder): void => undefined },
);
