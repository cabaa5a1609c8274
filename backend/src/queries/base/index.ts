import type { BaseQuery, Frame } from '../../contract';
import type { QueryContext } from '../context';
import { cohorts } from './cohorts';
import { geography } from './geography';
import { lifecycle } from './lifecycle';
import { segmentMoves } from './segment-moves';

/** The frames that answer a question about the customer base over time. */
export function base(query: BaseQuery, context: QueryContext): Promise<Frame[]> {
  switch (query.kind) {
    case 'cohorts':
      return cohorts(query, context);
    case 'lifecycle':
      return lifecycle(query, context);
    case 'segment_moves':
      return segmentMoves(query, context);
    case 'geography':
      return geography(query, context);
  }
}
