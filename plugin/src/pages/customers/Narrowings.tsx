import type { NumberCondition } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { currentLocale } from '../../language/current';
import { fieldText, valueText } from '../../language/names';
import { t } from '../../language/t';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay, formatDayOf } from '../../format/dates';
import { FILTER_NAMES, type CustomersPlace, type FilterName } from './address';

interface Narrowing {
  text: string;
  without: Partial<CustomersPlace>;
}

interface Props {
  place: CustomersPlace;
  /** What the shop calls categories that have no name of ours, by their keys. */
  shopNames: ReadonlyMap<string, string>;
  onChange: (changed: Partial<CustomersPlace>) => void;
}

/** What narrows the list without a field of its own, as links bring it along; each can be taken away. */
export function Narrowings({ place, shopNames, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const narrowings = narrowingsOf(place, shopNames);
  if (narrowings.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('pages.customers.narrowed.label', 'Also narrowed to')}>
      {narrowings.map(({ text, without }) => (
        <li key={text}>
          <Button
            size="sm"
            variant="secondary"
            icon="times"
            iconPlacement="right"
            tooltip={t('pages.customers.narrowed.remove', 'Take this away')}
            onClick={() => onChange(without)}
          >
            {text}
          </Button>
        </li>
      ))}
    </ul>
  );
}

const OF_FIELDS: readonly FilterName[] = ['band', 'segment', 'state'];

function narrowingsOf(place: CustomersPlace, shopNames: ReadonlyMap<string, string>): Narrowing[] {
  const { filters, exclude, where } = place;
  const valuesText = (name: FilterName, values: readonly string[] = []): string =>
    values.map((value) => (name === 'category' && shopNames.get(value)) || valueText(name, value)).join(', ');
  const kept = FILTER_NAMES.filter((name) => !OF_FIELDS.includes(name) && filters[name]).map((name) => ({
    text: t('pages.customers.narrowed.is', '{{name}}: {{values}}', {
      name: fieldText(name),
      values: valuesText(name, filters[name]),
    }),
    without: { filters: { ...filters, [name]: undefined } },
  }));
  const left = FILTER_NAMES.filter((name) => exclude[name]).map((name) => ({
    text: t('pages.customers.narrowed.is-not', '{{name}} is not {{values}}', {
      name: fieldText(name),
      values: valuesText(name, exclude[name]),
    }),
    without: { exclude: { ...exclude, [name]: undefined } },
  }));
  const conditions = where.map((condition) => ({
    text: conditionText(condition),
    without: { where: where.filter((one) => one !== condition) },
  }));
  return [...kept, ...left, ...conditions, ...ofTime(place)];
}

const conditionText = ({ field, operator, value }: NumberCondition): string =>
  `${fieldText(field)} ${operator} ${value.toLocaleString(currentLocale())}`;

function ofTime({ from, to, buyers, asOf }: CustomersPlace): Narrowing[] {
  const found: Narrowing[] = [];
  // A range that ends at midnight ends with the day before.
  const end = to === undefined ? t('pages.customers.narrowed.end', 'the end of the data') : momentText(to, 1);
  if (buyers)
    found.push({
      text: t('pages.customers.narrowed.buyers', 'Bought from {{from}} to {{to}}', {
        from: from === undefined ? t('pages.customers.narrowed.start', 'the start of the data') : momentText(from),
        to: end,
      }),
      without: { buyers: false },
    });
  if (asOf) {
    found.push({
      text: t('pages.customers.narrowed.as-of', 'As of {{day}}', { day: formatDay(asOf) }),
      without: { asOf: undefined },
    });
  } else if (to) {
    found.push({
      text: t('pages.customers.narrowed.up-to', 'Data up to {{day}}', { day: end }),
      without: { from: undefined, to: undefined, buyers: false },
    });
  }
  return found;
}

/** A moment of an address, or `before` ms sooner, as a day; words such as `now-90d` stay as they are. */
function momentText(text: string, before = 0): string {
  const moment = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isFinite(moment) ? formatDayOf(moment - before) : text;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), listStyle: 'none' }),
});
