import {
  getFieldDisplayName,
  getFieldSeriesColor,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';
import { isObject, list, object, text } from '../model/read';
import { fieldNamed, valueAt } from './plot/fields';

export interface XyPoint {
  x: number;
  y: number;
  row: number;
}

export interface XySeries {
  name: string;
  color: string;
  xField: Field;
  yField: Field;
  /** Along x. */
  points: XyPoint[];
  lines: boolean;
  dots: boolean;
}

/** The series of Grafana's XY chart with manual mapping: each names its two fields. One whose fields are absent is left out. */
export function xySeriesOf(frames: readonly DataFrame[], series: unknown, theme: GrafanaTheme2): XySeries[] {
  return list(series)
    .filter(isObject)
    .flatMap((one) => {
      const index = object(object(one.frame).matcher).options;
      const frame = frames[typeof index === 'number' ? index : 0];
      const xField = frame && fieldNamed(frame, object(object(one.x).matcher).options);
      const yField = frame && fieldNamed(frame, object(object(one.y).matcher).options);
      if (!frame || !xField || !yField) return [];
      const show = text(yField.config.custom?.show, 'points');
      return [
        {
          name: text(object(one.name).fixed) || getFieldDisplayName(yField, frame),
          color: getFieldSeriesColor(yField, theme).color,
          xField,
          yField,
          points: pointsOf(frame, xField, yField),
          lines: show.includes('lines'),
          dots: show.includes('points'),
        },
      ];
    });
}

function pointsOf(frame: DataFrame, xField: Field, yField: Field): XyPoint[] {
  const points = Array.from({ length: frame.length }, (_, row) => ({
    x: valueAt(xField, row),
    y: valueAt(yField, row),
    row,
  }));
  return points
    .filter((point): point is XyPoint => point.x !== null && point.y !== null)
    .sort((one, other) => one.x - other.x);
}
