import { NEVER } from './agenda';
import { dayText } from './dates';
import type { FateEvent, World } from './history';
import { hexId, ID_KIND } from './ids';
import { probabilityOfReturn } from './loyalty';

/** A person's line in the file of the planted truth; its state is that at the end of regular trade. */
export function truthRow({ seed, period }: World, fate: FateEvent): string {
  const end = period.regularLastDay;
  const known = fate.firstDay <= end;
  const alive = known && fate.dropDay > end;
  const chance = known ? probabilityOfReturn(fate.rate, fate.dropDay, end) : 0;
  const dropout = fate.dropDay === NEVER ? '' : dayText(fate.dropDay);
  const id = hexId(seed, ID_KIND.person, fate.person);
  return `${id},${dayText(fate.firstDay)},${fate.orders},${fate.rate.toFixed(8)},${dropout},${String(alive)},${chance.toFixed(6)}\n`;
}
