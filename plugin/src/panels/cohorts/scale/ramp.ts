import { BAND_STYLES } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';
import { mix } from '../../../components/picture/color';

/** One hue from pale to deep: lightness alone tells the steps apart, so that colour-blind readers see them, too. */
const HUE = BAND_STYLES.low.color;
const LIGHT = { from: mix('#ffffff', HUE, 0.16), over: mix('#ffffff', HUE, 0.82), to: mix(HUE, '#000000', 0.62) };
const DARK = { from: mix('#181b1f', HUE, 0.34), over: mix('#181b1f', HUE, 0.98), to: mix(HUE, '#ffffff', 0.84) };

/** A colour for each of so many classes; what is more stands out more, on a light page as on a dark one. */
export function rampOf(classes: number, { isDark }: Pick<GrafanaTheme2, 'isDark'>): string[] {
  const { from, over, to } = isDark ? DARK : LIGHT;
  return Array.from({ length: classes }, (_, index) => {
    const share = classes > 1 ? index / (classes - 1) : 1;
    return share <= 0.5 ? mix(from, over, share * 2) : mix(over, to, share * 2 - 1);
  });
}
