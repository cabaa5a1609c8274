import { useCallback, useState } from 'react';

export interface Heights {
  /** Height in px that a panel's content needs, by the panel's id. */
  needed: Readonly<Record<number, number>>;
  /** Which panels have nothing to show. */
  empty: Readonly<Record<number, boolean>>;
  onNeededHeight: (id: number, height: number) => void;
  onEmpty: (id: number, isEmpty: boolean) => void;
}

/** What the panels of a section tell of their heights when they have their answers. */
export function useHeights(): Heights {
  const [needed, onNeededHeight] = useById<number>();
  const [empty, onEmpty] = useById<boolean>();
  return { needed, empty, onNeededHeight, onEmpty };
}

function useById<T>(): [Readonly<Record<number, T>>, (id: number, value: T) => void] {
  const [all, setAll] = useState<Readonly<Record<number, T>>>({});
  const tell = useCallback(
    (id: number, value: T) => setAll((before) => (before[id] === value ? before : { ...before, [id]: value })),
    [],
  );
  return [all, tell];
}
