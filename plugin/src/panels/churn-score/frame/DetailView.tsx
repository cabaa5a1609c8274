import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { ScoreModel } from '../data/model';
import type { ChurnScoreOptions } from '../options';
import { ReasonsSection } from '../reasons/ReasonsSection';
import { Headline } from '../score/Headline';
import { ScaleSection } from '../score/ScaleSection';
import type { RunWhatIf } from '../whatif/runWhatIf';
import { columnWidths, GAP, isNarrow, isTiny } from './layout';
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
export function DetailView({ model, options, width, height, customerLink }: Props) {
  const styles = useStyles2(getStyles);
  if (isTiny(width, height)) return <TinyView score={model.score} width={width} height={height} />;
  const [whole, first] = columnWidths(width);
  const shows = (section: ChurnScoreOptions['sections'][number]) => options.sections.includes(section);
  return (
    // A region that scrolls must be reachable with the keyboard.
    <div className={styles.scroll} style={{ width, height }} role="region" aria-label="Churn score" tabIndex={0}>
      <Headline model={model} customerLink={customerLink} narrow={isNarrow(width)} />
      {shows('scale') && <ScaleSection score={model.score} width={whole} />}
      {shows('reasons') && model.reasons && (
        <ReasonsSection
          churn={model.score.churn}
          reasons={model.reasons}
          count={options.reasonCount}
          width={first ?? whole}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({
    display: 'flex',
    flexDirection: 'column',
    gap: GAP,
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    color: theme.colors.text.primary,
  }),
});
