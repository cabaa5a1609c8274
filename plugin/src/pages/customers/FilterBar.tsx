import { RISK_BANDS, SEGMENTS, STATUSES } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { bandText, segmentText } from '../../language/names';
import { t } from '../../language/t';
import { Field, MultiCombobox, useStyles2 } from '@grafana/ui';
import React from 'react';
import { CustomerSearch } from '../customer/CustomerSearch';
import { statusLabel } from './columns';
import type { CustomersPlace } from './address';

interface Props {
  place: CustomersPlace;
  /** The states in which customers live. */
  states: readonly string[];
  scored: boolean;
  onChange: (changed: Partial<CustomersPlace>) => void;
}

/** What the list is narrowed by: id, risk band, segment, state and status. */
export function FilterBar({ place, states, scored, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { filters } = place;
  const filter = (name: 'band' | 'segment' | 'state') => (values: string[]) =>
    onChange({ filters: { ...filters, [name]: values } });
  return (
    <div className={styles.bar} role="search" aria-label={t('pages.customers.filters.label', 'Filter customers')}>
      <CustomerSearch value={place.search} onSearch={(search) => onChange({ search })} />
      {scored && (
        <Choice
          id="band"
          label={t('pages.customers.filters.band', 'Risk band')}
          options={RISK_BANDS.map((band) => ({ value: band, label: bandText(band).label }))}
          chosen={filters.band ?? []}
          onChoose={filter('band')}
        />
      )}
      <Choice
        id="segment"
        label={t('pages.customers.filters.segment', 'Segment')}
        options={SEGMENTS.map((value) => ({ value, label: segmentText(value) }))}
        chosen={filters.segment ?? []}
        onChoose={filter('segment')}
      />
      <Choice
        id="state"
        label={t('pages.customers.filters.state', 'State')}
        options={states.map((value) => ({ value, label: value }))}
        chosen={filters.state ?? []}
        onChoose={filter('state')}
      />
      <Choice
        id="status"
        label={t('pages.customers.filters.status', 'Status')}
        options={STATUSES.map((value) => ({ value, label: statusLabel(value) }))}
        chosen={place.status}
        onChoose={(status) => onChange({ status })}
      />
    </div>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  options: Array<{ value: string; label: string }>;
  chosen: string[];
  onChoose: (values: string[]) => void;
}

function Choice({ id, label, options, chosen, onChoose }: ChoiceProps) {
  return (
    <Field label={label} htmlFor={`churnwatch-filter-${id}`} noMargin>
      <MultiCombobox
        id={`churnwatch-filter-${id}`}
        width="auto"
        minWidth={20}
        maxWidth={50}
        placeholder={t('pages.customers.filters.all', 'All')}
        isClearable
        options={options}
        value={chosen}
        onChange={(picked) => onChoose(picked.map(({ value }) => value))}
      />
    </Field>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: theme.spacing(2) }),
});
