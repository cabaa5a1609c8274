import {
  choicesSource,
  choose,
  isChangeable,
  ALL_VALUES,
  interpolateSaved,
  rangeShown,
  textOf,
  titleWith,
  type Frame,
  type Language,
  type SavedDashboard,
  type SavedPanel,
  type TimeRange,
} from '../../contract';
import { firstTexts } from '../../http/embed/first-texts';
import { openVariables } from '../../http/embed/scope';
import type { Served } from '../../http/served';
import type { ViewFlags } from '../dashboards/flags';
import { missingIn, type Missing } from './missing';

/** One panel with the answers to its queries. */
export interface ReportPanel {
  panel: SavedPanel;
  /** With the variables in it written out. */
  title: string;
  /** Of a text panel: its words, likewise. */
  words: string;
  frames: readonly Frame[];
  /** Why there are no frames, or not all, in words. */
  errors: readonly string[];
  /** What is chosen in the variable that the panel's options name, and by which it stands out; empty: nothing is. */
  chosen: readonly string[];
}

/** A dashboard with everything that it shows. */
export interface ReportContent {
  title: string;
  range: TimeRange;
  /** The filters that are set: label and values. */
  filters: readonly (readonly [string, string])[];
  /** The day as of which customers are judged, and the data that answered; empty when no panel says so. */
  asOf: string;
  generation: string;
  sample: boolean;
  builtAt: string;
  language: Language;
  panels: readonly ReportPanel[];
  /** What could not be shown; a report says so at its beginning. */
  missing: readonly Missing[];
  /** One panel was asked for, not a dashboard. */
  single: boolean;
}

interface Asking {
  served: Pick<Served, 'answer' | 'status'>;
  fullIds: boolean;
  language: Language;
  signal?: AbortSignal;
}

const MAX_POINTS = 1_000;
/** The variable that a map goes by unless its options name another. */
const STATE = 'state';

/** Asks what a dashboard asks, for all of its panels. What fails is told with the panel that it belongs to. */
export async function contentOf(
  dashboard: SavedDashboard,
  view: ViewFlags & { panel?: number },
  asking: Asking,
): Promise<ReportContent> {
  const { served, fullIds, language, signal } = asking;
  const { generation } = served.status();
  const range = rangeShown({ from: view.from, to: view.to }, dashboard.time, generation, Date.now());
  const saved = choose(dashboard.variables, view.var);
  const open = openVariables({ dashboard, choices: saved }, dashboard.panels);
  const rights = { fullIds, trusted: true };
  const asked = await firstTexts(open, { dashboard, choices: saved, range, language }, rights, served, signal);
  const choices = { ...saved, ...Object.fromEntries([...asked].map(([name, text]) => [name, [text]])) };
  const source = choicesSource(dashboard.variables, choices);
  const written = (text: string): string => titleWith(text, dashboard.variables, choices);
  const panels = await Promise.all(
    dashboard.panels.map(async (panel): Promise<ReportPanel> => {
      const answers = await Promise.all(
        panel.targets.map(async ({ datasource: _, refId, ...target }) => {
          const model = { language, ...interpolateSaved(target, source) };
          const answer = await served.answer({ model, range, maxDataPoints: MAX_POINTS, ...rights }, signal);
          return { ...answer, frames: answer.frames.map((frame) => ({ ...frame, refId })) };
        }),
      );
      return {
        panel,
        title: written(panel.title),
        words: panel.type === 'text' ? written(String(panel.options.content ?? '')) : '',
        frames: answers.flatMap(({ frames }) => frames),
        errors: answers.flatMap(({ error }) => (error === undefined ? [] : [error])),
        chosen: (choices[textOf(panel.options.variable, STATE)] ?? []).filter((one) => one !== ALL_VALUES),
      };
    }),
  );
  const facts = panels.flatMap(({ frames }) => frames).find(({ meta }) => meta?.custom?.asOf)?.meta?.custom;
  return {
    title: written(dashboard.title),
    range,
    filters: dashboard.variables
      .filter((one) => isChangeable(one) && one.name in view.var && choices[one.name]?.[0] !== ALL_VALUES)
      .map(({ name, label }) => [label, (choices[name] ?? []).join(', ')] as const),
    asOf: String(facts?.asOf ?? ''),
    generation: generation?.id ?? '',
    sample: generation?.sample === true,
    builtAt: generation?.builtAt ?? '',
    language,
    panels,
    missing: missingIn(panels),
    single: view.panel !== undefined,
  };
}
