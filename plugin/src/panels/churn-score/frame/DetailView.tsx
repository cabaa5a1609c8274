import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';
import type { ScoreModel } from '../data/model';
import type { ChurnScoreOptions } from '../options';
import { Headline } from '../score/Headline';
import type { RunWhatIf } from '../whatif/runWhatIf';
import { arrange, columnWidths, GAP, isNarrow, isTiny } from './layout';
import { sectionsOf } from './sections';
import { TinyView } from './TinyView';

interface Props {
  model: ScoreModel;
  options: ChurnScoreOptions;
  width: number;
  height: number;
  runWhatIf?: RunWhatIf;
  customerLink: (id: string) => string | undefined;
}

/** All that is known of one score, in one column or in two. */
export function DetailView({ model, options, width, height, runWhatIf, customerLink }: Props) {
  const styles = useStyles2(getStyles);
  if (isTiny(width, height)) return <TinyView score={model.score} width={width} height={height} />;
  const sections = sectionsOf({ model, runWhatIf, reasonCount: options.reasonCount });
  const shown = options.sections.filter((section) => sections[section]);
  const widths = columnWidths(width);
  const { above, columns, below } = arrange(shown, widths.columns.length);
  const draw = (names: typeof shown, each: number) =>
    names.map((name) => <React.Fragment key={name}>{sections[name]?.(each)}</React.Fragment>);
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div
      className={styles.scroll}
      style={{ width, height }}
      role="region"
      aria-label={t('churn.score', 'Churn score')}
      tabIndex={0}
    >
      <Headline model={model} customerLink={customerLink} width={widths.whole} narrow={isNarrow(width)} />
      {draw(above, widths.whole)}
      <div className={styles.columns}>
        {columns.map((names, index) => (
          <div key={index} className={styles.column}>
            {draw(names, widths.columns[index] ?? widths.whole)}
          </div>
        ))}
      </div>
      {draw(below, widths.whole)}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const column = { display: 'flex', flexDirection: 'column', gap: GAP } as const;
  return {
    scroll: css(column, {
      overflowX: 'hidden',
      overflowY: 'auto',
      scrollbarWidth: 'thin',
      color: theme.colors.text.primary,
      '& > *': { flexShrink: 0 },
    }),
    columns: css({ display: 'flex', alignItems: 'flex-start', gap: GAP, '&:empty': { display: 'none' } }),
    column: css(column),
  };
};
