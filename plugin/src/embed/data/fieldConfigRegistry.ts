import {
  displayNameOverrideProcessor,
  FieldConfigOptionsRegistry,
  identityOverrideProcessor,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
} from '@grafana/data';

const STANDARD = [
  'displayName',
  'description',
  'unit',
  'decimals',
  'min',
  'max',
  'fieldMinMax',
  'noValue',
  'color',
  'thresholds',
  'mappings',
  'links',
  'filterable',
];

/**
 * The properties that a field configuration may set. In Grafana each panel type declares them together with their editors;
 * here nothing is edited, so the properties that the configuration itself names are enough.
 */
export function fieldConfigRegistry({ defaults, overrides }: FieldConfigSource): FieldConfigOptionsRegistry {
  const custom = new Set([
    ...Object.keys(defaults.custom ?? {}),
    ...overrides.flatMap((rule) =>
      rule.properties
        .map(({ id }) => id)
        .filter(isCustom)
        .map(customPath),
    ),
  ]);
  return new FieldConfigOptionsRegistry(() => [
    ...STANDARD.map((path) => property(path, path, false)),
    ...[...custom].map((path) => property(`custom.${path}`, path, true)),
  ]);
}

const isCustom = (id: string): boolean => id.startsWith('custom.');
const customPath = (id: string): string => id.slice('custom.'.length);

function property(id: string, path: string, custom: boolean): FieldConfigPropertyItem {
  return {
    id,
    path,
    name: id,
    isCustom: custom,
    process: id === 'displayName' ? displayNameOverrideProcessor : identityOverrideProcessor,
    shouldApply: () => true,
    editor: () => null,
    override: () => null,
  };
}
