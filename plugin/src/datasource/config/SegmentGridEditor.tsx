import {
  DEFAULT_SEGMENT_GRID,
  SEGMENT_STYLES,
  SEGMENTS,
  type Segment,
  type SegmentGrid,
  segmentStyle,
} from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Combobox, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { currentLanguage } from '../../language/current';
import { segmentText } from '../../language/names';
import { t } from '../../language/t';
import type { SettingsFields } from './fields';
import { settingProblem } from './problems';

const SCORES = [1, 2, 3, 4, 5];
const optionsOf = () =>
  SEGMENTS.map((value) => ({
    value,
    label: segmentText(value),
    description: segmentStyle(value, currentLanguage()).meaning,
  }));

/** The grid of recency and frequency scores: a segment for each of its 25 cells, and the way back to the common one. */
export function SegmentGridEditor({ settings, disabled, onChange }: SettingsFields) {
  const styles = useStyles2(getStyles);
  const problem = settingProblem(settings, 'segmentGrid');
  // A grid that cannot be used is not drawn: the message says why, and the button puts the common one in its place.
  const grid = problem === undefined ? (settings.segmentGrid ?? DEFAULT_SEGMENT_GRID) : undefined;
  return (
    <>
      {problem !== undefined && (
        <Alert title={t('datasource.config.grid.problem', 'The grid cannot be used')} severity="error">
          {problem}
        </Alert>
      )}
      {grid && (
        <div className={styles.scroll}>
          <GridTable grid={grid} disabled={disabled} onChange={(segmentGrid) => onChange({ segmentGrid })} />
        </div>
      )}
      <Button
        size="sm"
        variant="secondary"
        icon="history"
        disabled={disabled || settings.segmentGrid === undefined}
        onClick={() => onChange({ segmentGrid: undefined })}
      >
        {t('datasource.config.grid.reset', 'Back to the common grid')}
      </Button>
    </>
  );
}

interface GridTableProps {
  grid: SegmentGrid;
  disabled: boolean;
  onChange: (grid: SegmentGrid) => void;
}

function GridTable({ grid, disabled, onChange }: GridTableProps) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const options = optionsOf();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          {SCORES.map((frequency) => (
            <th key={frequency} id={`${id}-f${frequency}`} scope="col">
              {t('datasource.config.grid.frequency', 'Frequency {{score}}', { score: frequency })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SCORES.toReversed().map((recency) => (
          <tr key={recency}>
            <th id={`${id}-r${recency}`} scope="row">
              {t('datasource.config.grid.recency', 'Recency {{score}}', { score: recency })}
            </th>
            {SCORES.map((frequency) => (
              <td key={frequency} style={{ borderLeft: `4px solid ${colorAt(grid, recency, frequency)}` }}>
                <Combobox
                  aria-labelledby={`${id}-r${recency} ${id}-f${frequency}`}
                  options={options}
                  value={grid[recency - 1]?.[frequency - 1] ?? null}
                  disabled={disabled}
                  width={21}
                  onChange={(option) => onChange(replaceCell(grid, recency, frequency, option.value))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function colorAt(grid: SegmentGrid, recency: number, frequency: number): string {
  const segment = grid[recency - 1]?.[frequency - 1];
  return segment ? SEGMENT_STYLES[segment].color : 'transparent';
}

function replaceCell(grid: SegmentGrid, recency: number, frequency: number, segment: Segment): SegmentGrid {
  return grid.map((row, r) => row.map((old, f) => (r === recency - 1 && f === frequency - 1 ? segment : old)));
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto', marginBottom: theme.spacing(2) }),
  table: css({
    borderCollapse: 'separate',
    borderSpacing: theme.spacing(0.5),
    'th, td': { padding: 0 },
    th: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular, whiteSpace: 'nowrap' },
    'th[scope=row]': { textAlign: 'right', paddingRight: theme.spacing(1) },
  }),
});
