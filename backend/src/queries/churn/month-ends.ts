import { addDays } from '../../contract';

/** The last days of the months from the day `from` to the day before `to`, ascending. */
export function monthEnds(from: string, to: string): string[] {
  const ends: string[] = [];
  for (let end = endOfMonth(from); end < to; end = endOfMonth(addDays(end, 1))) ends.push(end);
  return ends;
}

function endOfMonth(day: string): string {
  const next = addDays(`${day.slice(0, 7)}-01`, 31);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}
