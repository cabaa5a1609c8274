import { FieldColorModeId, ThresholdsMode, type FieldConfig } from '@grafana/data';

/** Colour of a single value where a dashboard names none: Grafana's own default. */
export const BY_THRESHOLD: FieldConfig = {
  color: { mode: FieldColorModeId.Thresholds },
  thresholds: {
    mode: ThresholdsMode.Absolute,
    steps: [
      { value: -Infinity, color: 'green' },
      { value: 80, color: 'red' },
    ],
  },
};

/** Colour of series where a dashboard names none: Grafana's own default. */
export const BY_PALETTE: FieldConfig = { color: { mode: FieldColorModeId.PaletteClassic } };
