import { SEGMENTS } from '../contract';
import { customerNotices, noted, segmentNotices } from './segment-notices';

it('explains a segment that sounds as if a customer were gone who is not', () => {
  expect(customerNotices('Lost', 'active', 180, 'en')).toEqual([
    {
      severity: 'info',
      text: expect.stringContaining('this one is called Lost, and yet bought less than 180 days ago'),
    },
  ]);
  expect(customerNotices('Lost', 'active', 1200, 'pt-BR')).toEqual([
    {
      severity: 'info',
      text: expect.stringContaining('este se chama Perdidos e, no entanto, comprou há menos de 1.200 dias'),
    },
  ]);
});

it('explains nothing where segment and status agree', () => {
  expect(SEGMENTS.filter((segment) => customerNotices(segment, 'active', 180, 'en').length > 0)).toEqual([
    'Hibernating',
    'Lost',
  ]);
  expect(customerNotices('Lost', 'churned', 180, 'en')).toEqual([]);
  expect(segmentNotices(0, 180, 'en')).toEqual([]);
});

it('speaks of one customer in the singular', () => {
  expect(segmentNotices(1, 180, 'en')[0]?.text).toContain(
    '1 of those called Hibernating or Lost bought less than 180 days ago and has not churned',
  );
  expect(segmentNotices(1, 180, 'pt-BR')[0]?.text).toContain(
    '1 dos chamados Hibernando ou Perdidos comprou há menos de 180 dias e não está inativo',
  );
  expect(segmentNotices(2, 180, 'en')[0]?.text).toContain(
    '2 of those called Hibernating or Lost bought less than 180 days ago and have not',
  );
});

it('stands beside what a frame already says', () => {
  const before = { severity: 'warning' as const, text: 'Careful.' };
  const frame = { name: 'f', meta: { type: 'table' as const, notices: [before] }, fields: [] };
  const own = segmentNotices(1, 180, 'en');
  expect(noted(frame, own).meta?.notices).toEqual([before, ...own]);
  expect(noted(frame, [])).toBe(frame);
});
