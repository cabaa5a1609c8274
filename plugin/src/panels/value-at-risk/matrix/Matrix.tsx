import { RISK_BANDS, VALUE_CLASSES } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { bandText } from '../../../language/names';
import { t } from '../../../language/t';
import { useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { FactsTooltip } from '../../../components/picture/FactsTooltip';
import type { ValueCell, ValueModel } from '../data/model';
import type { Measure } from '../options';
import { basisText, boundsText, cellFacts, classText } from '../wording';
import { MatrixCell, type Pointed } from './MatrixCell';
import { useGridKeys } from './useGridKeys';

interface Props {
  model: ValueModel;
  measure: Measure;
  width: number;
  height: number;
  selected: string | undefined;
  /** Absent: cells cannot be chosen. */
  onChoose?: (cell: ValueCell) => void;
}

const HEAD = 28;
const SPACING = 3;
const SIDE = { narrow: 84, wide: 150, from: 480 };

/** Value from top to bottom by risk from left to right; the more a cell holds of the measure, the fuller its colour. */
export function Matrix({ model, measure, width, height, selected, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const [pointed, setPointed] = useState<Pointed>();
  const first = model.cells.findIndex(({ key, priority }) =>
    selected === undefined ? priority === 1 : key === selected,
  );
  const { current, setCurrent, onKeyDown } = useGridKeys(RISK_BANDS.length, Math.max(0, first));
  const most = Math.max(...model.cells.map((cell) => cell[measure]));
  const side = width >= SIDE.from ? SIDE.wide : SIDE.narrow;
  const box = {
    width: (width - side) / RISK_BANDS.length,
    height: Math.floor((height - HEAD - SPACING * 6) / VALUE_CLASSES.length),
  };
  const shown = model.cells.find(({ key }) => key === pointed?.key);
  return (
    <div onKeyDown={onKeyDown} role="presentation">
      <table className={styles.table} style={{ width }} aria-label={t('value.matrix', 'Value by churn risk')}>
        <colgroup>
          <col style={{ width: side }} />
          {RISK_BANDS.map((band) => (
            <col key={band} />
          ))}
        </colgroup>
        <thead>
          <tr style={{ height: HEAD }}>
            <td className={styles.corner} title={basisText(model.basis)}>
              {width >= SIDE.from && basisText(model.basis).split(':')[0]}
            </td>
            {RISK_BANDS.map(bandText).map(({ label, sign, color, meaning }) => (
              <th key={label} scope="col" title={meaning}>
                <span aria-hidden="true" style={{ color }}>
                  {sign}
                </span>{' '}
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {VALUE_CLASSES.map((value) => {
            const row = model.cells.filter((cell) => cell.value === value);
            return (
              <tr key={value} style={{ height: box.height }}>
                <th scope="row" className={styles.side} title={basisText(model.basis)}>
                  {classText(value)}
                  {row[0] && <div className={styles.bounds}>{boundsText(row[0])}</div>}
                </th>
                {row.map((cell) => (
                  <td key={cell.key}>
                    <MatrixCell
                      cell={cell}
                      measure={measure}
                      fullness={most > 0 ? cell[measure] / most : 0}
                      box={box}
                      selected={cell.key === selected}
                      reached={model.cells.indexOf(cell) === current}
                      onPoint={setPointed}
                      onChoose={
                        onChoose &&
                        (() => {
                          setCurrent(model.cells.indexOf(cell));
                          onChoose(cell);
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {pointed && shown && <FactsTooltip {...cellFacts(shown)} x={pointed.x} y={pointed.y} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: SPACING,
    'th, td': { padding: 0, overflow: 'hidden', fontWeight: theme.typography.fontWeightMedium },
    'thead th': {
      textAlign: 'left',
      paddingLeft: 6,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
    },
  }),
  corner: css({ 'td&': { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize } }),
  side: css({
    'th&': { paddingRight: 6, textAlign: 'left', fontSize: theme.typography.bodySmall.fontSize, lineHeight: 1.3 },
  }),
  bounds: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
});
