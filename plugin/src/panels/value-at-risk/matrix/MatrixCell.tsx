import { BAND_STYLES } from '@contract';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { type MouseEvent } from 'react';
import { factsText } from '../../../components/picture/facts';
import { formatCount, formatMoney } from '../../../format/numbers';
import type { ValueCell } from '../data/model';
import type { Measure } from '../options';
import { amountText, cellFacts } from '../wording';
import { opacityOf } from './shade';

export interface Pointed {
  key: string;
  x: number;
  y: number;
}

interface Props {
  cell: ValueCell;
  measure: Measure;
  /** 0 to 1: its part of the largest cell. */
  fullness: number;
  /** Its size in pixels, by which lines are left out. */
  box: { width: number; height: number };
  selected: boolean;
  /** True for the cell that the Tab key leads to. */
  reached: boolean;
  onPoint: (pointed: Pointed | undefined) => void;
  onChoose?: () => void;
}

const SECOND_LINE = 44;
const THIRD_LINE = 64;
const WORDS_FIT = 125;

/** One cell: its amount large, what else matters small, all of it to screen readers and to who points at it. */
export function MatrixCell({ cell, measure, fullness, box, selected, reached, onPoint, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const narrow = box.width < WORDS_FIT;
  const facts = factsText(cellFacts(cell));
  const common = {
    style: { height: box.height },
    className: cx(styles.cell, selected && styles.selected),
    'data-cell': cell.key,
    tabIndex: reached ? 0 : -1,
    onMouseMove: ({ clientX, clientY }: MouseEvent) => onPoint({ key: cell.key, x: clientX, y: clientY }),
    onMouseLeave: () => onPoint(undefined),
    onFocus: ({ currentTarget }: { currentTarget: Element }) => onPoint({ key: cell.key, ...middleOf(currentTarget) }),
    onBlur: () => onPoint(undefined),
  };
  const inside = (
    <>
      <span
        className={styles.shade}
        style={{ background: BAND_STYLES[cell.band].color, opacity: opacityOf(fullness) }}
      />
      <span className={styles.lines}>
        <span className={narrow ? styles.small : styles.large}>{amountText(cell, measure)}</span>
        {box.height >= SECOND_LINE && (
          <span className={styles.line}>{narrow ? shortLine(cell, measure) : secondLine(cell, measure)}</span>
        )}
        {cell.priority === 1 && box.height >= THIRD_LINE && (
          <span className={styles.first}>{t('value.first', 'Act first')}</span>
        )}
      </span>
    </>
  );
  if (!onChoose) {
    return (
      <div {...common} role="img" aria-label={facts}>
        {inside}
      </div>
    );
  }
  return (
    <button {...common} type="button" aria-pressed={selected} onClick={onChoose}>
      {/* Not a label: the name of a button must hold the words that are seen on it. */}
      <span className={styles.spoken}>{facts}</span>
      {inside}
    </button>
  );
}

function secondLine(cell: ValueCell, measure: Measure): string {
  if (measure === 'customers')
    return t('value.line.at-risk', '{{amount}} at stake', { amount: formatMoney(cell.atRisk) });
  const count = cell.customers;
  return t('value.line.customers', '{{all}} customers', {
    count,
    all: formatCount(count),
    defaultValue_one: '{{all}} customer',
  });
}

/** The same without its words: a sign says what is counted. */
function shortLine(cell: ValueCell, measure: Measure) {
  if (measure === 'customers') return formatMoney(cell.atRisk);
  return (
    <>
      <Icon name="users-alt" size="xs" aria-hidden="true" /> {formatCount(cell.customers)}
    </>
  );
}

function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

const getStyles = (theme: GrafanaTheme2) => ({
  cell: css({
    position: 'relative',
    display: 'block',
    width: '100%',
    padding: 0,
    overflow: 'hidden',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: 4,
    background: theme.colors.background.secondary,
    color: theme.colors.text.maxContrast,
    textAlign: 'left',
    'button&': { cursor: 'pointer' },
    '&:hover': { borderColor: theme.colors.text.maxContrast },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  selected: css({ boxShadow: `inset 0 0 0 2px ${theme.colors.text.maxContrast}` }),
  shade: css({ position: 'absolute', inset: 0 }),
  spoken: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
  lines: css({ position: 'relative', display: 'flex', flexDirection: 'column', padding: '2px 6px', lineHeight: 1.3 }),
  large: css({ fontSize: 18, fontWeight: theme.typography.fontWeightMedium, whiteSpace: 'nowrap' }),
  small: css({ fontSize: 14, fontWeight: theme.typography.fontWeightMedium, whiteSpace: 'nowrap' }),
  line: css({ fontSize: theme.typography.bodySmall.fontSize, fontWeight: theme.typography.fontWeightRegular }),
  first: css({
    alignSelf: 'start',
    marginTop: 3,
    padding: '0 6px',
    borderRadius: 999,
    background: theme.colors.text.maxContrast,
    color: theme.colors.background.primary,
    fontSize: 11,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
