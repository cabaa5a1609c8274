import { createTheme, FieldColorModeId, type FieldDisplay } from '@grafana/data';
import { toldApart } from './toldApart';

const theme = createTheme();
const value = (numeric: number, color: string, mode = FieldColorModeId.PaletteClassic): FieldDisplay => ({
  name: '',
  field: { color: { mode } },
  hasLinks: false,
  display: { numeric, text: String(numeric), color },
});
const colorsOf = (...values: FieldDisplay[]) => toldApart(values, theme).map(({ display }) => display.color);

it('gives equal values colours of their own', () => {
  const colors = colorsOf(value(50, '#73BF69'), value(50, '#73BF69'), value(50, '#73BF69'));
  expect(new Set(colors).size).toBe(3);
  expect(colors[0]).toBe('#73BF69');
});

it('leaves colours that differ, that values of another size share, and that a dashboard has fixed', () => {
  expect(colorsOf(value(1, '#111111'), value(1, '#222222'))).toEqual(['#111111', '#222222']);
  expect(colorsOf(value(1, '#111111'), value(2, '#111111'))).toEqual(['#111111', '#111111']);
  const fixed = value(1, '#111111', FieldColorModeId.Fixed);
  expect(colorsOf(fixed, fixed)).toEqual(['#111111', '#111111']);
});
