const THURSDAY = 4;

/** The day, `YYYY-MM-DD`, after the fourth Thursday of November: the year's greatest sale, in Brazil since 2010. */
export function blackFriday(year: number): string {
  const first = new Date(Date.UTC(year, 10, 1)).getUTCDay();
  const firstThursday = 1 + ((THURSDAY - first + 7) % 7);
  return `${year}-11-${firstThursday + 22}`;
}
