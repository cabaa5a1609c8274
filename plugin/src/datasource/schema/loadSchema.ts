import type { SchemaBody } from '@contract';
import { t } from '../../language/t';
import type { WarehouseDataSource } from '../datasource';

type Source = Pick<WarehouseDataSource, 'getResource'>;
const loads = new WeakMap<Source, Promise<SchemaBody>>();

/**
 * What SQL may use in a data source: asked once per data source and page, however many editors stand on it; after a failure
 * the next call asks again.
 *
 * @throws Error or Grafana's own failure object when the data source does not answer
 */
export function loadSchema(datasource: Source): Promise<SchemaBody> {
  const loaded = loads.get(datasource) ?? ask(datasource);
  loads.set(datasource, loaded);
  return loaded;
}

async function ask(datasource: Source): Promise<SchemaBody> {
  try {
    const body: unknown = await datasource.getResource('schema');
    if (!isSchema(body))
      throw new Error(
        t('datasource.problem.schema', 'The data source gave an answer that this version of the plugin does not know.'),
      );
    return body;
  } catch (failure) {
    loads.delete(datasource);
    throw failure;
  }
}

function isSchema(body: unknown): body is SchemaBody {
  if (typeof body !== 'object' || body === null) return false;
  const fields = new Map<string, unknown>(Object.entries(body));
  return (
    ['tables', 'functions', 'macros'].every((key) => Array.isArray(fields.get(key))) &&
    typeof fields.get('allowed') === 'boolean'
  );
}
