import { SEGMENT_STYLES } from '../../../contract';
import { field, texts } from '../testing/field';
import { segmentBar } from './segments';

it('shows how the customers divide, in the segments’ own colours and names', () => {
  const fields = [
    texts('segment', ['New', 'Champions', 'Lost']),
    field('customer_share', { unit: 'percentunit', values: [0.3, 0.6997, 0.0003] }),
  ];
  const html = segmentBar(fields, 'pt-BR') ?? '';
  expect([...html.matchAll(/flex:([\d.]+);background:(#\w+)/g)].map(([, ...part]) => part)).toEqual([
    ['0.69970', SEGMENT_STYLES.Champions.color],
    ['0.30000', SEGMENT_STYLES.New.color],
    ['0.00030', SEGMENT_STYLES.Lost.color],
  ]);
  expect([...html.matchAll(/<li>.*?<\/i>([^<]*)/g)].map(([, name]) => name)).toEqual([
    'Campeões 70,0%',
    'Novos 30,0%',
    'Perdidos &lt;0,1%',
  ]);
});

it('is none where the fields do not tell', () => {
  expect(segmentBar([texts('segment', ['New'])], 'en')).toBeUndefined();
});
