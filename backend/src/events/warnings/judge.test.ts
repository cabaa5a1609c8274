import fc from 'fast-check';
import { DEFAULT_BANDS, DEFAULT_WARNING_RULES, type RiskBand, type Segment } from '../../contract';
import { standingBand } from './bands';
import { isHeldOut } from './hold-out';
import { isCooling, judge, withinLimit, type Rise, type Standing } from './judge';
import { profile } from './testing/profiles';

const { hysteresis, coolDownDays } = DEFAULT_WARNING_RULES;
const JUDGING = { rules: DEFAULT_WARNING_RULES, bands: DEFAULT_BANDS, valueFrom: 0 };
const odds = fc.double({ min: 0, max: 5, noNaN: true });
const before = fc.constantFrom<RiskBand | undefined>('high', 'medium', 'low', undefined);
const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));

describe('standingBand', () => {
  it('enters high risk at its threshold and leaves it only beyond the margin', () => {
    fc.assert(
      fc.property(odds, before, (value, was) => {
        const band = standingBand(value, was, DEFAULT_BANDS, hysteresis);
        const edge = DEFAULT_BANDS.high * (was === 'high' ? 1 + hysteresis : 1);
        expect(band === 'high').toBe(value <= DEFAULT_BANDS.high || value < edge);
      }),
    );
  });

  it('does not change when the same odds come again', () => {
    fc.assert(
      fc.property(odds, before, (value, was) => {
        const band = standingBand(value, was, DEFAULT_BANDS, hysteresis);
        expect(standingBand(value, band, DEFAULT_BANDS, hysteresis)).toBe(band);
      }),
    );
  });
});

describe('judge', () => {
  const history = fc.array(fc.record({ asOf: day, relativeOdds: odds }), { minLength: 1, maxLength: 12 });

  it('comes to the same whether scores come one by one or all at once', () => {
    fc.assert(
      fc.property(history, (scores) => {
        const profiles = scores.map((one) => profile('a', one));
        const together = judge(profiles, new Map(), JUDGING);
        const known = new Map<string, Standing>();
        let rises = 0;
        for (const one of profiles) {
          const judged = judge([one], known, JUDGING);
          for (const [id, standing] of judged.standings) known.set(id, standing);
          rises += judged.rises.length;
        }
        expect(together.rises).toHaveLength(rises);
        expect(together.standings).toEqual(known);
      }),
    );
  });

  it('finds a rise only where a customer was not at high risk before, and never goes back in time', () => {
    fc.assert(
      fc.property(history, (scores) => {
        const { rises, standings } = judge(
          scores.map((one) => profile('a', one)),
          new Map(),
          JUDGING,
        );
        expect(rises.every(({ from }) => from !== 'high')).toBe(true);
        expect(standings.get('a')?.asOf).toBe(
          scores
            .map(({ asOf }) => asOf)
            .sort()
            .at(-1),
        );
      }),
    );
  });
});

describe('isCooling', () => {
  it('holds for so many days on either side of the last warning', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const days = Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
        expect(isCooling(one, other, coolDownDays)).toBe(days < coolDownDays);
        expect(isCooling(one, undefined, coolDownDays)).toBe(false);
      }),
    );
  });
});

describe('withinLimit', () => {
  it('keeps at most so many a segment and day, and loses none of the others', () => {
    const rise = fc
      .record({
        asOf: fc.constantFrom('2018-01-01', '2018-01-02'),
        segment: fc.constantFrom<Segment>('Lost', 'Champions'),
      })
      .map((given): Rise => ({ profile: profile('a', given), from: 'medium' }));
    fc.assert(
      fc.property(fc.array(rise), fc.nat(5), fc.nat(5), (rises, limit, made) => {
        const { kept, beyond } = withinLimit(rises, new Map([['2018-01-01 Lost', made]]), limit);
        expect(kept.length + beyond.length).toBe(rises.length);
        const lost = kept.filter((one) => one.profile.segment === 'Lost' && one.profile.asOf === '2018-01-01');
        expect(lost.length).toBeLessThanOrEqual(Math.max(0, limit - made));
        const key = ({ profile: { asOf, segment } }: Rise) => `${asOf} ${segment}`;
        const perKey = new Map<string, number>();
        for (const one of kept) perKey.set(key(one), (perKey.get(key(one)) ?? 0) + 1);
        expect(Math.max(0, ...perKey.values())).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('isHeldOut', () => {
  it('draws about the share asked for, always the same customers, and more of them for a larger share', () => {
    const ids = Array.from({ length: 5_000 }, (_, i) => `customer ${i}`);
    const drawn = ids.filter((id) => isHeldOut(id, 0.1));
    expect(drawn.length / ids.length).toBeGreaterThan(0.085);
    expect(drawn.length / ids.length).toBeLessThan(0.115);
    expect(drawn.every((id) => isHeldOut(id, 0.2))).toBe(true);
    expect(ids.some((id) => isHeldOut(id, 0))).toBe(false);
  });
});
