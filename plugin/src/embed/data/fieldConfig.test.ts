import {
  applyFieldOverrides,
  createDataFrame,
  createTheme,
  FieldType,
  formattedValueToString,
  type FieldConfigSource,
} from '@grafana/data';
import { BY_THRESHOLD } from '../panels/thresholds';
import { withDefaults } from './fieldConfig';
import { fieldConfigRegistry } from './fieldConfigRegistry';

const frame = createDataFrame({
  fields: [{ name: 'revenue', type: FieldType.number, values: [90], config: { unit: 'currencyBRL' } }],
});

function apply(config: FieldConfigSource) {
  const [applied] = applyFieldOverrides({
    data: [frame],
    fieldConfig: config,
    fieldConfigRegistry: fieldConfigRegistry(config),
    replaceVariables: (text) => text.replace('$x', 'X'),
    theme: createTheme(),
  });
  const field = applied?.fields[0];
  if (!field?.display) throw new Error('The field has lost its display.');
  return { config: field.config, display: field.display };
}

it('keeps what the server says of a field before what the dashboard says of all', () => {
  const { display } = apply({ defaults: { unit: 'percent', decimals: 1 }, overrides: [] });
  expect(formattedValueToString(display(1_250_000))).toBe('R$1.3M');
});

it('applies defaults and overrides of the panel type’s own properties', () => {
  const { config } = apply({
    defaults: { custom: { lineWidth: 2, fillOpacity: 10 }, displayName: 'Sales $x' },
    overrides: [
      {
        matcher: { id: 'byName', options: 'revenue' },
        properties: [
          { id: 'custom.fillOpacity', value: 50 },
          { id: 'unit', value: 'short' },
        ],
      },
    ],
  });
  expect(config).toMatchObject({ custom: { lineWidth: 2, fillOpacity: 50 }, unit: 'short', displayName: 'Sales $x' });
});

it('restores the first threshold, which JSON writes as null', () => {
  const steps = [
    { value: null, color: 'green' },
    { value: 80, color: 'red' },
  ];
  const json = JSON.stringify({
    defaults: { thresholds: { mode: 'absolute', steps }, color: { mode: 'thresholds' } },
    overrides: [],
  });
  const config = withDefaults(JSON.parse(json), {});
  expect(config.defaults.thresholds?.steps[0]?.value).toBe(-Infinity);
  expect(apply(config).display(90).color).toBe(
    apply(withDefaults({ defaults: {}, overrides: [] }, BY_THRESHOLD)).display(90).color,
  );
});

it('restores it in overrides too, and leaves other values alone', () => {
  const rule = {
    matcher: { id: 'byName', options: 'x' },
    properties: [
      { id: 'thresholds', value: { steps: [{ value: null }] } },
      { id: 'min', value: null },
    ],
  };
  const { overrides } = withDefaults({ defaults: {}, overrides: [rule] }, {});
  expect(overrides[0]?.properties).toEqual([
    { id: 'thresholds', value: { steps: [{ value: -Infinity }] } },
    { id: 'min', value: null },
  ]);
});

it('lets the dashboard go before the panel type', () => {
  const config = withDefaults(
    { defaults: { custom: { lineWidth: 3 } }, overrides: [] },
    { custom: { lineWidth: 1, fillOpacity: 0 } },
  );
  expect(config.defaults.custom).toEqual({ lineWidth: 3, fillOpacity: 0 });
});
