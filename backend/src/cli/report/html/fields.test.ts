import type { Frame, SavedPanel } from '../../../contract';
import { boolColumn, numberColumn, textColumn } from '../../../frames';
import { shownFields } from './fields';

function shown(fields: Frame['fields'], fieldConfig: Record<string, unknown> = {}, language: 'en' | 'pt-BR' = 'en') {
  const panel = { type: 'table', options: {}, fieldConfig, transformations: [] } as unknown as SavedPanel;
  const frames = [{ name: 'f', fields }];
  return shownFields({ panel, title: '', words: '', frames, errors: [], chosen: [] }, language)[0] ?? [];
}

const override = (options: string, id: string, value: unknown) => ({
  matcher: { id: 'byName', options },
  properties: [{ id, value }],
});

it('takes no decimals for an answer', () => {
  const seconds = { column: numberColumn('p95', [5.6]), config: { unit: 's', decimals: 3 } };
  expect(shown([seconds], { overrides: [override('p95', 'decimals', 0)] })[0]?.decimals).toBe(0);
  expect(shown([seconds])[0]?.decimals).toBe(3);
});

it('has the decimals and the colour that the panel has for all, where a field has none', () => {
  const defaults = { decimals: 2, color: { mode: 'fixed', fixedColor: '#0072b2' } };
  const [plain, own] = shown(
    [
      { column: numberColumn('a', [1]) },
      { column: numberColumn('b', [1]), config: { decimals: 1, color: { mode: 'fixed', fixedColor: '#d55e00' } } },
    ],
    { defaults },
  );
  expect([plain?.decimals, plain?.color]).toEqual([2, '#0072b2']);
  expect([own?.decimals, own?.color]).toEqual([1, '#d55e00']);
});

it('shows values as the dashboard maps them', () => {
  const mappings = [{ type: 'value', options: { true: { text: '✓ yes' } } }];
  const [passed] = shown([{ column: boolColumn('passed', [true]) }], {
    overrides: [override('passed', 'mappings', mappings)],
  });
  expect(passed?.texts.get('true')).toBe('✓ yes');
});

it.each([
  ['en', '▲ High risk'],
  ['pt-BR', '▲ Risco alto'],
] as const)('names risk bands with their signs, not by their keys: %s', (language, expected) => {
  const [band] = shown([{ column: textColumn('band', ['high']) }], {}, language);
  expect(band?.texts.get('high')?.replaceAll('\u00a0', ' ')).toBe(expected);
});
