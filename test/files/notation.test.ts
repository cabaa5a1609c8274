import { filesIn, readText } from './repository';

const TEXTS = [
  ...['.ts', '.tsx', '.json'].flatMap((end) => filesIn('plugin/src', end)),
  ...filesIn('backend/src', '.ts'),
  ...filesIn('dashboards', '.json'),
  ...filesIn('provisioning', '.yaml'),
].filter((path) => !/\.test\.|\/testing\//.test(path));

/** `80 %`, `${share} %` or `{{ share }} %`, also where a line of YAML ends between the two. */
const APART = /[\d}]\s+%(?![\w%])/g;

const apartIn = (text: string): string[] => [...text.matchAll(APART)].map(([found]) => found);

it('finds per cent signs that stand apart from their numbers', () => {
  expect(apartIn('in 80 % of cases, `${share} %`, {{ share }}\n  %.')).toEqual(['0 %', '} %', '}\n  %']);
  expect(apartIn('in 80%, width: 100%, lift % and 7 %d')).toEqual([]);
});

it('writes per cent as both languages and Grafana do, 80%, in whatever a reader meets', () => {
  expect(TEXTS.length).toBeGreaterThan(1_000);
  const apart = TEXTS.flatMap((path) => apartIn(readText(path)).map((found) => `${path}: ${found}`));
  expect(apart).toEqual([]);
});
