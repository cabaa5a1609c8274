import { useState } from 'react';
import type { StateSelection } from './MapPanel';

/** The choice of a state for this panel alone, where there is no variable to write it to. */
export function useLocalSelection(): StateSelection {
  const [selected, setSelected] = useState<string[]>([]);
  return { selected, select: (state) => setSelected(state === null ? [] : [state]) };
}
