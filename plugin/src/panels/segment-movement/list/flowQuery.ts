import type { ListQuery } from '../../../components/customers/listTarget';
import type { Choice, MovementModel } from '../data/model';
import type { Lens } from '../options';

/** The query of the customers behind what is chosen, who paid most first. */
export function flowQuery(choice: Choice, lens: Lens, { days }: MovementModel, limit: number): ListQuery {
  return {
    kind: 'customers',
    ...(choice.from === '' ? {} : { movedFrom: [choice.from] }),
    ...(choice.to === '' ? {} : { movedTo: [choice.to] }),
    ...(lens === 'all' ? {} : { moved: [lens] }),
    ...(days === undefined ? {} : { movedDays: days }),
    sort: 'monetary',
    descending: true,
    limit,
  };
}
