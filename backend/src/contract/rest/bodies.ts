import type { WarehouseStatus } from '../status';

/** What `GET /api/status` answers. */
export interface StatusBody extends WarehouseStatus {
  version: string;
}

/** The body of `POST /api/query`: like Grafana's own, with the time range in ms. */
export interface QueryBody {
  from: number;
  to: number;
  /** Customer ids are shortened, also for a caller who may see them whole. */
  ids?: 'short';
  queries: ({ refId: string; maxDataPoints?: number; intervalMs?: number } & Record<string, unknown>)[];
}

/** Every error answer has this body. */
export interface ErrorBody {
  error: string;
}
