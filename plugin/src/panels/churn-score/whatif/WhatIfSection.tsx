import type { FeatureValues } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import React, { useCallback, useMemo, useState } from 'react';
import { t } from '../../../language/t';
import type { ScoreModel } from '../data/model';
import { Section } from '../frame/Section';
import { PredictionList } from '../predictions/PredictionList';
import { usePredictions } from '../predictions/usePredictions';
import { useRecord } from '../predictions/useRecord';
import { ChangeInput } from './ChangeInput';
import { changeFields } from './fields';
import { Outcome } from './Outcome';
import type { RunWhatIf } from './runWhatIf';
import { useWhatIf, type WhatIf } from './useWhatIf';

interface Props {
  model: ScoreModel;
  run: RunWhatIf;
  width: number;
}

/** So many features are offered at first; the others on demand. */
const MAIN = 6;

/** Features to change, what that does to the score, and what this viewer has tried before. */
export function WhatIfSection({ model, run, width }: Props) {
  const styles = useStyles2(getStyles);
  const [changes, setChanges] = useState<FeatureValues>({});
  const [all, setAll] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const fields = useMemo(() => changeFields(model.reasons?.rows ?? []), [model.reasons]);
  const whatIf = useWhatIf(run, changes);
  const predictions = usePredictions(model.customer?.id ?? '');
  useRecord(whatIf, { score: model.score, fields, attempt, add: predictions.add });

  const change = useCallback((feature: string, value: number | undefined) => {
    setChanges((before) => {
      const { [feature]: _, ...others } = before;
      return value === undefined ? others : { ...others, [feature]: value };
    });
  }, []);
  const start = (next: FeatureValues) => {
    setAttempt((before) => before + 1);
    setChanges(next);
  };
  if (fields.length === 0) return null;
  const isMain = (feature: string, index: number) => all || index < MAIN || feature in changes;
  return (
    <Section
      title={t('churn.whatif.title', 'What if?')}
      hint={t(
        'churn.whatif.hint',
        'Change what is known of the customer and see what the model would say. Nothing is saved on the server.',
      )}
      width={width}
      screenOnly
    >
      {(inner) => (
        <div className={styles.parts}>
          <div className={styles.fields}>
            {fields
              .filter(({ feature }, index) => isMain(feature, index))
              .map((field) => (
                <ChangeInput
                  key={field.feature}
                  field={field}
                  changed={changes[field.feature]}
                  onChange={(value) => change(field.feature, value)}
                />
              ))}
          </div>
          <div className={styles.buttons}>
            <Button
              size="sm"
              variant="secondary"
              icon="history"
              disabled={Object.keys(changes).length === 0}
              onClick={() => start({})}
            >
              {t('churn.whatif.reset', 'Reset')}
            </Button>
            {fields.length > MAIN && (
              <Button size="sm" variant="secondary" fill="text" onClick={() => setAll(!all)}>
                {all
                  ? t('churn.whatif.fewer', 'Fewer features')
                  : t('churn.whatif.all', 'All {{number}} features', { number: fields.length })}
              </Button>
            )}
          </div>
          <div aria-live="polite">
            <Answer whatIf={whatIf} model={model} width={inner} />
          </div>
          <PredictionList predictions={predictions.own} onApply={start} onClear={predictions.clear} />
        </div>
      )}
    </Section>
  );
}

function Answer({ whatIf, model, width }: { whatIf: WhatIf; model: ScoreModel; width: number }) {
  const styles = useStyles2(getStyles);
  if (whatIf.state === 'failed') {
    return (
      <Alert severity="error" title={t('churn.whatif.noAnswer', 'This what-if has no answer')}>
        {whatIf.message}
      </Alert>
    );
  }
  if (!whatIf.model) return whatIf.state === 'asking' ? <span>{t('churn.whatif.asking', 'Asking…')}</span> : null;
  return (
    <div className={whatIf.state === 'asking' ? styles.stale : undefined} aria-busy={whatIf.state === 'asking'}>
      <Outcome before={model.score} after={whatIf.model.score} width={width} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  parts: css({ display: 'grid', gap: theme.spacing(1.5) }),
  fields: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: theme.spacing(1, 3),
  }),
  buttons: css({ display: 'flex', gap: theme.spacing(1) }),
  stale: css({ opacity: 0.6 }),
});
