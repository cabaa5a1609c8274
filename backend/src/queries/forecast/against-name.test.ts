import { againstName } from './against-name';

const said = (...given: Parameters<typeof againstName>) => {
  const { displayName, color } = againstName(...given);
  return [displayName, color?.fixedColor];
};

it('says by how much a sum differs from what it is compared with, coloured by whether that is good news', () => {
  expect(said(110, 100, 'period_before', 30)).toEqual(['▲ 10.0% on the 30 days before', 'green']);
  expect(said(80, 100, 'last_year', 30)).toEqual(['▼ 20.0% on last year', 'red']);
  expect(said(75, 100, 'target', 90)).toEqual(['▼ 25.0% on the target', 'red']);
});

it('calls a slight change neither good nor bad', () => {
  expect(said(100.5, 100, 'target', 30)).toEqual(['▲ 0.5% on the target', 'text']);
});

it.each([null, 0])('says where there is nothing to compare with: %s', (compared) => {
  expect(said(100, compared, 'last_year', 30)).toEqual(['nothing to compare with', 'text']);
});
