import {
  choicesSource,
  choose,
  interpolateSaved,
  isChangeable,
  rangeShown,
  readSavedDashboard,
  variableNames,
  type Bounds,
  type Choices,
  type Language,
  type SavedDashboard,
  type SavedPanel,
  type SavedQuery,
  type SavedVariable,
  type TimeRange,
} from '../../contract';
import { AnswerError } from '../ask';
import { FREE_TIME, type LinkClaims } from './link';

/** What a visitor asks for. All of it is looked at only as far as the link leaves it free. */
export interface Wishes extends Bounds {
  variables: Choices;
  language?: Language;
}

/** What a visitor with a link sees: which panels of which dashboard, with which values, over which time. */
export interface LinkScope {
  dashboard: SavedDashboard;
  panels: readonly SavedPanel[];
  choices: Choices;
  range: TimeRange;
  language?: Language;
}

/**
 * What a link shows to a visitor.
 *
 * @param json the dashboard that the link names, as saved
 * @param days what the data covers
 * @throws AnswerError 404 when the dashboard has no such panel (any more)
 */
export function scopeOf(
  claims: LinkClaims,
  json: unknown,
  wishes: Wishes,
  days: { firstDay: string; lastDay: string } | undefined,
  now: number,
): LinkScope {
  const dashboard = readSavedDashboard(json);
  const panels = dashboard.panels.filter(({ id }) => claims.panel === undefined || id === claims.panel);
  if (panels.length === 0) throw new AnswerError(404, 'What this link leads to is no longer there. Ask for a new one.');
  const wanted = Object.entries(wishes.variables).filter(([name]) => claims.free.includes(name));
  const choices = choose(dashboard.variables, { ...claims.variables, ...Object.fromEntries(wanted) });
  const signed = { from: claims.from, to: claims.to };
  const asked = claims.free.includes(FREE_TIME)
    ? { from: wishes.from ?? signed.from, to: wishes.to ?? signed.to }
    : signed;
  return { dashboard, panels, choices, range: rangeShown(asked, dashboard.time, days, now), language: wishes.language };
}

/** The queries of a panel with the values of the scope in the places of variables; `datasource` means nothing here. */
export function queriesOf(panel: SavedPanel, { dashboard, choices }: LinkScope): (SavedQuery & { refId: string })[] {
  const source = choicesSource(dashboard.variables, choices);
  return panel.targets.map(({ datasource: _, hide: __, refId, ...target }) => ({
    ...interpolateSaved(target, source),
    refId,
  }));
}

/** Variables without a value that a part of a dashboard names: they must be asked for their first value. */
export function openVariables(
  { dashboard, choices }: Pick<LinkScope, 'dashboard' | 'choices'>,
  part: unknown,
): SavedVariable[] {
  const named = new Set(variableNames(JSON.stringify(part ?? null)));
  return dashboard.variables.filter(
    ({ name, type }) => type === 'query' && named.has(name) && (choices[name]?.length ?? 0) === 0,
  );
}

/** The names among `free` that a dashboard does not know, or that nobody may set. */
export function unknownVariables({ variables }: SavedDashboard, names: readonly string[]): string[] {
  const known = variables.filter(isChangeable).map(({ name }) => name);
  return names.filter((name) => !known.includes(name));
}
