import { fakeAudit } from '../testing/fake-audit';
import { CountedDeeds } from './counted';

it('keeps no more than so many kinds, whatever addresses they come from', () => {
  const audit = fakeAudit();
  const counted = new CountedDeeds(audit);
  const refused = { time: '', action: 'model.train', actor: 'unknown', role: 'None', outcome: 'refused' } as const;
  for (let n = 0; n < 5_000; n++) {
    const address = `10.${n % 250}.${Math.floor(n / 250)}.1`;
    for (let again = 0; again < 2; again++) counted.tellOnce({ ...refused, address, status: 401 });
  }
  expect(audit.entries).toHaveLength(1_001);
  counted.tell();
  expect(audit.entries).toHaveLength(2_002);
  expect(audit.entries.at(-1)).toMatchObject({ count: 7_999 });
  expect(audit.entries.at(-1)).not.toHaveProperty('address');
  counted.tell();
  expect(audit.entries).toHaveLength(2_002);
});
