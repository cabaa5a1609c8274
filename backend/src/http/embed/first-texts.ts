import {
  choicesSource,
  interpolateSaved,
  readColumn,
  recordOf,
  type Choices,
  type Frame,
  type Language,
  type SavedDashboard,
  type SavedVariable,
  type TimeRange,
} from '../../contract';
import type { Served } from '../served';

interface Asked {
  dashboard: Pick<SavedDashboard, 'variables'>;
  choices: Choices;
  range: TimeRange;
  language?: Language;
}

interface Rights {
  fullIds: boolean;
  trusted: boolean;
}

/** The first value that each variable's query answers, by the variable's name; none for a query that fails. */
export async function firstTexts(
  variables: readonly SavedVariable[],
  { dashboard, choices, range, language }: Asked,
  rights: Rights,
  served: Pick<Served, 'answer'>,
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const source = choicesSource(dashboard.variables, choices);
  const found = await Promise.all(
    variables.map(async ({ name, query }): Promise<[string, string][]> => {
      const { datasource: _, refId: __, ...asked } = interpolateSaved(recordOf(query), source);
      const model = language === undefined ? asked : { language, ...asked };
      const { frames } = await served.answer({ model, range, maxDataPoints: 0, ...rights }, signal);
      const text = firstText(frames[0]);
      return text === undefined ? [] : [[name, text]];
    }),
  );
  return new Map(found.flat());
}

/** Of the field `value` where there is one, else of the first text. */
function firstText(frame: Frame | undefined): string | undefined {
  const columns = frame?.fields.map(({ column }) => column) ?? [];
  const column = columns.find(({ name }) => name === 'value') ?? columns.find(({ type }) => type === 'text');
  const value = column && readColumn(column).find((one) => one !== null && one !== '');
  return value === undefined || value === null ? undefined : String(value);
}
