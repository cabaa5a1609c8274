import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';
import type { Score } from '../data/model';
import { Section } from '../frame/Section';

interface Props {
  score: Score;
  width: number;
}

/** What the playbook says to do about it. */
export function ActionSection({ score, width }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Section title={t('churn.action.title', 'Recommended action')} width={width} accent>
      {() => (
        <>
          <p className={styles.action}>{score.action}</p>
          {score.actionDetail && <p className={styles.detail}>{score.actionDetail}</p>}
          {score.actionRule && (
            <p className={styles.rule}>
              {t('churn.action.rule', 'Playbook rule: {{rule}}', { rule: score.actionRule })}
            </p>
          )}
        </>
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  action: css({ margin: 0, fontSize: 18, fontWeight: theme.typography.fontWeightMedium }),
  detail: css({ margin: theme.spacing(0.5, 0, 0) }),
  rule: css({
    margin: theme.spacing(0.5, 0, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
