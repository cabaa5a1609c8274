/** Rarities of the real files that every sample has, however small. */
export type Quirk =
  | 'created'
  | 'approved'
  | 'deliveredWithoutApproval'
  | 'deliveredWithoutDate'
  | 'withoutPayment'
  | 'undefinedPayment'
  | 'zeroInstalments'
  | 'twoReviews';

/** How many per person there are; at least one, and exactly one order without payment. */
const RATES: Record<Quirk, number> = {
  created: 5e-5,
  approved: 2e-5,
  deliveredWithoutApproval: 1.4e-4,
  deliveredWithoutDate: 8e-5,
  withoutPayment: 0,
  undefinedPayment: 3e-5,
  zeroInstalments: 2e-5,
  twoReviews: 1e-4,
};

/** Which newcomers' first orders get which quirk; they lie apart, in the days of regular trade. */
export function plantQuirks(customers: number): ReadonlyMap<number, Quirk> {
  const planted = new Map<number, Quirk>();
  const quirks = Object.keys(RATES).filter((name): name is Quirk => name in RATES);
  quirks.forEach((quirk, nth) => {
    const count = Math.max(1, Math.round(customers * RATES[quirk]));
    for (let copy = 0; copy < count; copy += 1) {
      const share = 0.2 + (0.6 * (copy + (nth + 1) / (quirks.length + 1))) / count;
      let place = Math.floor(share * customers);
      while (planted.has(place)) place += 1;
      planted.set(place, quirk);
    }
  });
  return planted;
}
