import { createTheme, FieldType, getDisplayProcessor, type Field } from '@grafana/data';
import { valueFormat } from './valueFormat';

function fieldIn(unit: string | undefined): Field {
  const field: Field = { name: 'forecast', type: FieldType.number, config: { unit }, values: [] };
  return { ...field, display: getDisplayProcessor({ field, theme: createTheme() }) };
}

const written = (unit: string | undefined, value: number | null) => {
  const { short, exact, tick } = valueFormat(fieldIn(unit));
  return [short(value), exact(value), tick(value)];
};

describe('values', () => {
  it('are written as money and counts are everywhere', () => {
    expect(written('currencyBRL', 50_000)).toEqual(['R$ 50.0k', 'R$ 50,000.00', 'R$ 50k']);
    expect(written('locale', 1234.5)).toEqual(['1.2k', '1,235', '1.2k']);
    expect(written(undefined, 2.34)).toEqual(['2', '2.3', '2']);
  });

  it('are written as Grafana does in a unit that somebody has chosen', () => {
    expect(written('currencyUSD', 50_000)).toEqual(Array(3).fill('$50K'));
  });

  it.each(['currencyBRL', 'locale', 'currencyUSD'])('in %s are a dash where there are none', (unit) => {
    expect(written(unit, null)).toEqual(Array(3).fill('–'));
  });
});
