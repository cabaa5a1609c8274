import { FIGURES, type Reason } from '../data/model';

/** A feature that a what-if may change. */
export interface ChangeField {
  feature: string;
  label: string;
  unit: string;
  /** The customer's own value; null where it is not known. */
  value: number | null;
  /** Where a slider stands while the value is not known. */
  start: number;
  min: number;
  max: number;
  step: number;
}

/** The features that may be changed: recency, frequency and monetary value first, then by their weight in the score. */
export function changeFields(reasons: readonly Reason[]): ChangeField[] {
  const fields = reasons.flatMap(fieldOf);
  const isFigure = ({ feature }: ChangeField): boolean => FIGURES.some((figure) => figure === feature);
  return [
    ...FIGURES.flatMap((figure) => fields.filter(({ feature }) => feature === figure)),
    ...fields.filter((field) => !isFigure(field)),
  ];
}

function fieldOf({ feature, label, unit, value, typical, changeable, min, max, step }: Reason): ChangeField[] {
  if (!changeable || min === null || max === null || max <= min) return [];
  const start = Math.min(max, Math.max(min, value ?? typical ?? min));
  return [{ feature, label, unit, value, start, min, max, step: step !== null && step > 0 ? step : (max - min) / 100 }];
}
