import { store } from '@grafana/data';
import { useCallback, useMemo, useState } from 'react';
import { parsePredictions, withPrediction, type Prediction } from './prediction';

export const STORE_KEY = 'churnwatch.what-ifs';

export interface Predictions {
  /** Of this customer, the latest first. */
  own: Prediction[];
  add: (prediction: Omit<Prediction, 'customer'>) => void;
  /** Forgets those of this customer. */
  clear: () => void;
}

/** The what-ifs that this viewer has asked about a customer. They are kept in this browser only. */
export function usePredictions(customer: string): Predictions {
  const [all, setAll] = useState(readKept);
  const change = useCallback((edit: (predictions: Prediction[]) => Prediction[]) => {
    // Read anew: another panel or tab may have added to it.
    const next = edit(readKept());
    keep(next);
    setAll(next);
  }, []);
  const own = useMemo(() => all.filter((one) => one.customer === customer), [all, customer]);
  return {
    own,
    add: useCallback((one) => change((kept) => withPrediction(kept, { ...one, customer })), [change, customer]),
    clear: useCallback(() => change((kept) => kept.filter((one) => one.customer !== customer)), [change, customer]),
  };
}

function readKept(): Prediction[] {
  try {
    return parsePredictions(store.getObject(STORE_KEY));
  } catch {
    return [];
  }
}

/** A browser that keeps nothing (private windows, full storage) shows them until the page is left. */
function keep(predictions: Prediction[]): void {
  try {
    store.setObject(STORE_KEY, predictions);
  } catch {
    // Nothing is lost but the list.
  }
}
