import type { ValuesQuery } from '@contract';
import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import type { Observable } from 'rxjs';
import type { WarehouseDataSource } from '../datasource';
import type { WarehouseQuery } from '../types';
import { VariableEditor } from './VariableEditor';
import { completeVariableQuery, DEFAULT_VARIABLE_QUERY, NO_SEARCH } from './variableQuery';

/**
 * Dashboard variables from texts of the warehouse: the answer's frames go on as they are. Grafana takes the fields `text`
 * and `value`, or the first one for both.
 */
export class WarehouseVariables extends CustomVariableSupport<WarehouseDataSource, WarehouseQuery, WarehouseQuery> {
  override editor = VariableEditor;

  constructor(private readonly datasource: WarehouseDataSource) {
    super();
  }

  override query(request: DataQueryRequest<WarehouseQuery>): Observable<DataQueryResponse> {
    return this.datasource.query({
      ...request,
      scopedVars: { ...NO_SEARCH, ...request.scopedVars },
      targets: request.targets.map(completeVariableQuery),
    });
  }

  override getDefaultQuery(): ValuesQuery {
    return DEFAULT_VARIABLE_QUERY;
  }
}
