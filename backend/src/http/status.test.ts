import { fakeServed } from './testing/fake-served';
import { sourceFor, statusFor } from './status';

const { generation } = fakeServed().status();
const STATUS = {
  state: 'ready' as const,
  error: '/srv/my shop/orders.csv is cut off: the gzip data ends too early.',
  generation: { ...generation!, source: '/srv/my shop' },
  model: { state: 'none' as const, reason: 'The model /srv/wh/models/m1.json is damaged.' },
  audit: { error: 'ENOSPC: /srv/wh/audit/audit-000001.jsonl', waiting: 2, lost: 0 },
};

it.each(['Admin', 'Operator'] as const)('is told whole to the role %s', (role) => {
  expect(statusFor(role, STATUS)).toEqual(STATUS);
  expect(sourceFor(role, '/srv/my shop')).toBe('/srv/my shop');
});

it.each(['Editor', 'Viewer', 'None'] as const)('names no place on the disks to the role %s', (role) => {
  expect(statusFor(role, STATUS)).toEqual({
    ...STATUS,
    error: 'my shop/orders.csv is cut off: the gzip data ends too early.',
    generation: { ...STATUS.generation, source: 'my shop' },
    model: { state: 'none', reason: 'The model m1.json is damaged.' },
    audit: { error: 'ENOSPC: audit-000001.jsonl', waiting: 2, lost: 0 },
  });
});

it('is told as well while there is no generation', () => {
  const failed = { state: 'failed' as const, error: 'There is no folder /srv/shop.' };
  expect(statusFor('Viewer', failed)).toEqual({ state: 'failed', error: 'There is no folder shop.' });
});
