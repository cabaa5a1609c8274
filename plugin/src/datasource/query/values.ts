import type { DataQueryResponse, Field } from '@grafana/data';
import { t } from '../../language/t';

/** A value and what stands for it in a list. */
export interface ValueOption {
  value: string;
  text: string;
}

/**
 * The values in an answer of kind `values`, with their texts. Where no field is called `value` or `text`, the first field
 * is taken for it, as Grafana reads variables.
 *
 * @throws Error with the backend's message when it could not answer
 */
export function readOptions(response: DataQueryResponse): ValueOption[] {
  refuseFailed(response);
  const fields: Field[] = response.data.flatMap((frame) => frame.fields ?? []);
  const named = (name: string): Field | undefined => fields.find((field) => field.name === name);
  const values = named('value') ?? named('text') ?? fields[0];
  const texts = named('text') ?? values;
  if (!values || !texts) return [];
  return values.values.map((value: unknown, row: number) => ({
    value: String(value),
    text: String(texts.values[row]),
  }));
}

function refuseFailed({ errors, error }: DataQueryResponse): void {
  const failure = errors?.[0] ?? error;
  if (failure)
    throw new Error(
      failure.message ?? failure.data?.message ?? t('datasource.problem.values', 'The values could not be loaded.'),
    );
}
