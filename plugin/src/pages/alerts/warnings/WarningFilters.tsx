import { SEGMENTS } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, Field, MultiCombobox, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React from 'react';
import { segmentText } from '../../../language/names';
import { t } from '../../../language/t';
import { STATE_CHOICES, type WarningFilter } from './filter';
import { choiceText } from './wording';

interface Props {
  filter: WarningFilter;
  onChange: (changed: Partial<WarningFilter>) => void;
}

/** What the list of warnings is narrowed by: where they stand, segment, and who has taken them. */
export function WarningFilters({ filter, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar} role="search" aria-label={t('pages.warnings.filters.label', 'Filter early warnings')}>
      <Field label={t('pages.warnings.filters.state', 'State')} htmlFor="churnwatch-warning-state" noMargin>
        <Combobox
          id="churnwatch-warning-state"
          width="auto"
          minWidth={32}
          maxWidth={40}
          options={STATE_CHOICES.map((value) => ({ value, label: choiceText(value) }))}
          value={filter.state}
          onChange={({ value }) => onChange({ state: value })}
        />
      </Field>
      <Field label={t('pages.warnings.filters.segment', 'Segment')} htmlFor="churnwatch-warning-segment" noMargin>
        <MultiCombobox
          id="churnwatch-warning-segment"
          width="auto"
          minWidth={20}
          maxWidth={50}
          placeholder={t('pages.warnings.filters.every', 'All')}
          isClearable
          options={SEGMENTS.map((value) => ({ value, label: segmentText(value) }))}
          value={filter.segments}
          onChange={(picked) => onChange({ segments: picked.map(({ value }) => value) })}
        />
      </Field>
      <Field label={t('pages.warnings.filters.owner', 'Owner')} noMargin>
        <RadioButtonGroup
          aria-label={t('pages.warnings.filters.owner', 'Owner')}
          options={[
            { value: false, label: t('pages.warnings.filters.anybody', 'Anybody') },
            { value: true, label: t('pages.warnings.filters.me', 'Me') },
          ]}
          value={filter.mine}
          onChange={(mine) => onChange({ mine })}
        />
      </Field>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: theme.spacing(2) }),
});
