import fc from 'fast-check';
import { Agenda, NEVER, type Visit } from './agenda';

const visit = (person: number): Visit => ({ person, occasion: 1, orders: 2, firstDay: 3, dropDay: NEVER });

describe('Agenda', () => {
  it('gives back what was put in, on its day, once', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(1_000_000)), { maxLength: 60 }), (entries) => {
        const agenda = new Agenda(100, 109);
        for (const [day, person] of entries) agenda.add(100 + day, visit(person));
        for (let day = 0; day < 10; day += 1) {
          const expected = entries.filter(([on]) => on === day).map(([, person]) => person);
          expect(
            agenda
              .take(100 + day)
              .map(({ person }) => person)
              .sort(),
          ).toEqual(expected.sort());
          expect(agenda.take(100 + day)).toEqual([]);
        }
      }),
    );
  });

  it('keeps every field', () => {
    const agenda = new Agenda(0, 1);
    const entry = { person: 49_999_999, occasion: 31, orders: 40, firstDay: 17_000, dropDay: 17_800 };
    agenda.add(1, entry);
    expect(agenda.take(1)).toEqual([entry]);
  });

  it('needs room for what lies ahead only', () => {
    const agenda = new Agenda(0, 999);
    for (let day = 0; day < 999; day += 1) {
      agenda.take(day);
      for (let person = 0; person < 100; person += 1) agenda.add(day + 1, visit(person));
    }
    expect(agenda.capacity).toBe(100);
  });

  it('grows when much lies ahead', () => {
    const agenda = new Agenda(0, 1);
    for (let person = 0; person < 5000; person += 1) agenda.add(1, visit(person));
    expect(new Set(agenda.take(1).map(({ person }) => person)).size).toBe(5000);
  });

  it.each([-1, 2])('refuses day %p outside of the calendar', (day) => {
    expect(() => new Agenda(0, 1).add(day, visit(1))).toThrow('outside of the calendar');
  });
});
