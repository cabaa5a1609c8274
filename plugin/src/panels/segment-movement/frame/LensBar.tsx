import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCountShort } from '../../../format/numbers';
import { totalOf } from '../data/lens';
import type { MovementModel } from '../data/model';
import { LENSES, type Lens } from '../options';
import { lensHelp, lensText } from '../wording';
import { CHIP_GAP } from './divide';

interface Props {
  model: MovementModel;
  lens: Lens;
  onLens: (lens: Lens) => void;
}

/** What a button of the bar says: a way of moving with its customers. */
export const chipTexts = ({ flows }: MovementModel): string[] =>
  LENSES.map((lens) => `${lensText(lens)} ${formatCountShort(totalOf(flows, lens))}`);

/** Chooses whom the picture counts: everybody, or those who moved in one way. */
export function LensBar({ model, lens, onLens }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar} role="group" aria-label={t('movement.show', 'Whom to count')}>
      {LENSES.map((one) => {
        const count = totalOf(model.flows, one);
        return (
          <button
            key={one}
            type="button"
            className={styles.chip}
            title={lensHelp(one)}
            aria-pressed={one === lens}
            disabled={count === 0 && one !== lens}
            onClick={() => onLens(one === lens ? 'all' : one)}
          >
            {lensText(one)} <span className={styles.count}>{formatCountShort(count)}</span>
          </button>
        );
      })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', alignContent: 'start', gap: CHIP_GAP, flex: 1 }),
  chip: css({
    height: 24,
    padding: '0 9px',
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: 999,
    background: 'transparent',
    color: theme.colors.text.primary,
    fontSize: 12,
    whiteSpace: 'nowrap',
    '&:hover:enabled': { background: theme.colors.action.hover },
    '&:disabled': { opacity: 0.5 },
    '&[aria-pressed=true]': {
      borderColor: theme.colors.primary.border,
      background: theme.colors.action.selected,
      fontWeight: theme.typography.fontWeightMedium,
    },
  }),
  count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
