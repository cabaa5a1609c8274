import type { DataQueryResponse, Field } from '@grafana/data';

/**
 * The values in an answer of kind `values`.
 *
 * @throws Error with the backend's message when it could not answer
 */
export function readValues(response: DataQueryResponse): string[] {
  const failure = response.errors?.[0] ?? response.error;
  if (failure) throw new Error(failure.message ?? failure.data?.message ?? 'The values could not be loaded.');
  const fields: Field[] = response.data.flatMap((frame) => frame.fields ?? []);
  const field = fields.find(({ name }) => name === 'value');
  return field ? field.values.map(String) : [];
}
