/** A day on which people buy unlike on others. */
export interface Holiday {
  /** `YYYY-MM-DD`. */
  day: string;
  name: string;
}

/** The holidays of a country (ISO 3166-1) from one day to another, both included, in their order. */
export function holidaysBetween(_country: string, _from: string, _to: string): Holiday[] {
  return [];
}
