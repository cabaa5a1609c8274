import { FEATURE_FACTS } from '../contract/rest/schemas';
import type { Ask } from './ask';
import { frameNamed, rowsOf, type Row } from './rows';

/**
 * The model's features with the limits of what a prediction may set them to: those that explain the average customer.
 * @throws AnswerError where there is no model
 */
export async function featuresOf(ask: Ask, asOf?: string): Promise<Row[]> {
  const frames = await ask({ kind: 'what_if', changes: {}, asOf });
  return rowsOf(frameNamed(frames, 'reasons'), FEATURE_FACTS).filter(({ feature }) => feature !== 'base');
}
