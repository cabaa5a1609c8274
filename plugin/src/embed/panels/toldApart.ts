import { FieldColorModeId, type FieldDisplay, type GrafanaTheme2 } from '@grafana/data';

/**
 * Values with colours of their own. Grafana keeps for each number how it is shown, colour and all, so that of equal ones the
 * later would have the colour of the first.
 */
export function toldApart(values: readonly FieldDisplay[], { visualization }: GrafanaTheme2): FieldDisplay[] {
  const { palette } = visualization;
  return values.map((value, i) => {
    const isTaken = values
      .slice(0, i)
      .some(({ display }) => display.numeric === value.display.numeric && display.color === value.display.color);
    if (!isTaken || value.field.color?.mode !== FieldColorModeId.PaletteClassic) return value;
    const color = visualization.getColorByName(palette[i % palette.length] ?? '');
    return { ...value, display: { ...value.display, color } };
  });
}
