import { css } from '@emotion/css';
import { locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { fieldText, valueText } from '../../language/names';
import { t } from '../../language/t';
import { LinkButton, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatMoment } from '../../format/dates';
import { customersPath } from '../customers/address';
import { customersBehind, isAboutCustomers } from './customersBehind';
import type { Rule, RuleInstance } from './rules';

interface Props {
  rule: Rule;
  /** Uid of the data source. */
  source: string;
}

/** Labels that say which rule it is, not what it has found. */
const OF_RULE = ['alertname', 'grafana_folder', '__name__'];
/** States in which it has found something, or soon will. */
const FOUND = ['alerting', 'pending', 'recovering'];

/** What a rule has found, each with the customers behind it. */
export function Instances({ rule, source }: Props) {
  const styles = useStyles2(getStyles);
  const found = rule.health === 'error' ? [] : rule.instances.filter(({ state }) => FOUND.includes(state));
  if (found.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('pages.alerts.instances', 'Found by {{rule}}', { rule: rule.name })}>
      {found.map((instance) => (
        <li key={JSON.stringify(instance.labels)} className={styles.instance}>
          <span className={styles.name}>
            {nameOf(rule, instance)}
            {instance.summary !== undefined && (
              <Text variant="bodySmall" color="secondary" element="p">
                {instance.summary}
              </Text>
            )}
          </span>
          <Text variant="bodySmall" color="secondary">
            {t('pages.alerts.since', 'since {{moment}}', { moment: formatMoment(instance.since) })}
          </Text>
          {isAboutCustomers(rule) && (
            <LinkButton
              size="sm"
              variant="secondary"
              icon="users-alt"
              href={locationUtil.assureBaseUrl(customersPath(customersBehind(rule, instance, source)))}
            >
              {t('pages.alerts.customers', 'Customers behind it')}
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(rule: Rule, { labels }: RuleInstance): string {
  const told = Object.entries(labels).filter(([name]) => !OF_RULE.includes(name) && !(name in rule.labels));
  if (told.length === 0) return t('pages.alerts.whole-shop', 'The whole shop');
  return told.map(([name, value]) => `${fieldText(name)}: ${valueText(name, value)}`).join(', ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(1), listStyle: 'none' }),
  instance: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  name: css({ flex: '1 1 200px', overflowWrap: 'anywhere' }),
});
