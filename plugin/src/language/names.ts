import {
  bandStyle,
  DEFAULT_LANGUAGE,
  formLabel,
  KNOWN_CATEGORIES,
  labelOf,
  segmentName,
  stepName,
  valueName,
  type BandStyle,
  type ModelStatus,
  type RiskBand,
} from '@contract';
import { currentLanguage } from './current';

/** A segment's name as the reader knows it; everywhere else it goes by its English name. */
export function segmentText(segment: string): string {
  return segmentName(segment, currentLanguage());
}

/** A risk band's name, colour, sign and meaning in the reader's language. */
export function bandText(band: RiskBand): BandStyle {
  return bandStyle(band, currentLanguage());
}

/** A field's name, such as `revenue_at_risk`, in words of the reader's language. */
export function fieldText(name: string): string {
  return formLabel(currentLanguage(), labelOf(name));
}

/** What a value of a filter or a label, such as a category's key, is called in the reader's language. */
export function valueText(name: string, value: string): string {
  return valueName(name, value, currentLanguage());
}

/** Whether only the shop's own files tell what a value is called in the reader's language: `valueText` knows its key alone. */
export function isNamedByShop(name: string, value: string): boolean {
  return name === 'category' && currentLanguage() !== DEFAULT_LANGUAGE && !KNOWN_CATEGORIES.includes(value);
}

/** A step of a build or a training, as the server tells it, in the reader's language. */
export function stepText(step: string): string {
  return stepName(step, currentLanguage());
}

/** Why there is no churn model, or no newer one, in the reader's language. */
export function modelReason(model: ModelStatus | undefined): string | undefined {
  return model?.reasonIn?.[currentLanguage()] ?? model?.reason;
}
