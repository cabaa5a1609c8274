import { fakeAudit } from '../testing/fake-audit';
import { CountedDeeds } from './counted';

const REFUSED = { time: '', action: 'model.train', actor: 'unknown', role: 'None', outcome: 'refused' } as const;

it('tells no more than so many kinds apart, whatever addresses they come from, and loses none', () => {
  const audit = fakeAudit();
  const counted = new CountedDeeds(audit, { everyMs: 60_000, kinds: 20 });
  for (let n = 0; n < 5_000; n++) {
    const address = `10.${n % 250}.${Math.floor(n / 250)}.1`;
    for (let again = 0; again < 2; again++) counted.tellOnce({ ...REFUSED, address, status: 401 });
  }
  expect(audit.entries).toHaveLength(20);
  counted.tell();
  expect(audit.entries).toHaveLength(41);
  expect(audit.entries.at(-1)).toMatchObject({ count: 9_960 });
  expect(audit.entries.at(-1)).not.toHaveProperty('address');
  counted.tell();
  expect(audit.entries).toHaveLength(41);
});
