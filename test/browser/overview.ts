import { readJson } from '../files/repository';

interface Panel {
  type: string;
  title: string;
  targets?: { kind?: string; measures?: string[]; by?: string }[];
}

const { uid, title, panels } = readJson<{ uid: string; title: string; panels: Panel[] }>(
  'dashboards/executive-overview.json',
);

/** Where the executive overview is on a server. */
export const OVERVIEW = `/d/${uid}`;
export const OVERVIEW_TITLE = title;

/** Where a key figure, such as `revenue`, stands: a panel's title, and which of its figures it is. */
export interface Place {
  title: string;
  index: number;
}

/** Place of a key figure. @throws Error when no panel shows it */
export function placeOf(measure: string): Place {
  const shows = ({ type, targets }: Panel): boolean => type === 'stat' && !!targets?.[0]?.measures?.includes(measure);
  const found = panels.find(shows);
  if (!found) throw new Error(`The executive overview has no panel with the figure ${measure}.`);
  return { title: found.title, index: found.targets?.[0]?.measures?.indexOf(measure) ?? 0 };
}

/**
 * Title of the first panel of a type that asks for this kind of query, by this dimension if one is given: titles are words,
 * and words change. @throws Error when there is none
 */
export function pictureTitle(type: string, kind: string, by?: string): string {
  const found = panels.find(({ type: own, targets }) => {
    const target = targets?.[0];
    return own === type && target?.kind === kind && (by === undefined || target.by === by);
  });
  if (!found) throw new Error(`The executive overview has no ${type} of ${kind}${by ? ` by ${by}` : ''}.`);
  return found.title;
}
