import { useEffect, useState } from 'react';
import type { PanelKind } from './panelKind';
import { isKnown, loadPanelKind } from './registry';

export interface LoadedKind {
  /** null: this viewer does not know the type; undefined: on its way. */
  kind: PanelKind | null | undefined;
  failed: boolean;
}

const loaded = new Map<string, PanelKind>();

/** What draws panels of a type, once it is loaded. */
export function usePanelKind(type: string): LoadedKind {
  const [, setArrived] = useState<string>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let wanted = true;
    loadPanelKind(type)?.then(
      (kind) => {
        if (loaded.get(type) !== kind) loaded.set(type, kind);
        if (wanted) setArrived(type);
      },
      () => wanted && setFailure(type),
    );
    return () => {
      wanted = false;
    };
  }, [type]);
  const kind = loaded.get(type);
  return { kind: kind ?? (isKnown(type) ? undefined : null), failed: failure === type };
}
