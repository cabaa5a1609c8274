import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import type { ValuesQuery } from '@contract';
import type { Observable } from 'rxjs';
import type { WarehouseDataSource } from '../datasource';
import type { WarehouseQuery } from '../types';
import { VariableEditor } from './VariableEditor';

/** What a new dashboard variable asks for. */
export const DEFAULT_VARIABLE_QUERY: ValuesQuery = { kind: 'values', dimension: 'state' };

/** Dashboard variables from the values of a dimension: the answer's frames, with text and value, go on as they are. */
export class WarehouseVariables extends CustomVariableSupport<WarehouseDataSource, WarehouseQuery, WarehouseQuery> {
  override editor = VariableEditor;

  constructor(private readonly datasource: WarehouseDataSource) {
    super();
  }

  override query(request: DataQueryRequest<WarehouseQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.map((target) => ({ ...DEFAULT_VARIABLE_QUERY, ...target, refId: 'values' }));
    return this.datasource.query({ ...request, targets });
  }

  override getDefaultQuery(): ValuesQuery {
    return DEFAULT_VARIABLE_QUERY;
  }
}
