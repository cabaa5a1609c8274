import { locationUtil } from '@grafana/data';
import { t } from '../../language/t';
import { EmptyState, LinkButton, Stack, Text } from '@grafana/ui';
import React from 'react';
import { AppPage } from '../frame/AppPage';
import { ResourceView } from '../frame/ResourceView';
import { Section } from '../frame/Section';
import type { AppSettings } from '../settings';
import { RuleCard } from './RuleCard';
import { isFiring, type Rule } from './rules';
import { useRules } from './useRules';
import { Warnings } from './warnings/Warnings';

/**
 * The early warnings of our own, to be worked on; and the alert rules of this Grafana that ask our data: their state, and
 * the customers behind what they have found.
 */
export default function Alerts({ settings }: { settings: AppSettings | undefined }) {
  return (
    <AppPage
      settings={settings}
      title={t('pages.alerts.title', 'Alerts')}
      subTitle={t(
        'pages.alerts.subtitle',
        'Customers whose risk has risen to high, what Grafana Alerting has found in this data, and the customers behind it.',
      )}
    >
      {({ uid, name }) => (
        <>
          <Warnings uid={uid} />
          <Section title={t('pages.alerts.rules', 'Alert rules of Grafana')}>
            <AlertsOf uid={uid} name={name} />
          </Section>
        </>
      )}
    </AppPage>
  );
}

function AlertsOf({ uid, name }: { uid: string; name: string }) {
  const rules = useRules(uid);
  return (
    <ResourceView resource={rules} failure={t('pages.alerts.failed', 'The alert rules could not be read')}>
      {(all) =>
        all.length === 0 ? (
          <NoRules name={name} />
        ) : (
          <Stack direction="column" gap={2}>
            <Text element="p">
              <span role="status">{summaryOf(all)}</span>
            </Text>
            {all.map((rule) => (
              <RuleCard key={rule.uid} rule={rule} source={uid} />
            ))}
          </Stack>
        )
      }
    </ResourceView>
  );
}

function summaryOf(rules: readonly Rule[]): string {
  const firing = rules.filter(isFiring).length;
  return t('pages.alerts.summary', 'Alert rules that fire: {{firing}} of {{rules}}.', { firing, rules: rules.length });
}

function NoRules({ name }: { name: string }) {
  return (
    <EmptyState
      variant="call-to-action"
      message={t('pages.alerts.none', 'No alert rule asks this data')}
      button={
        <LinkButton href={locationUtil.assureBaseUrl('/alerting/new/alerting')} icon="plus">
          {t('pages.alerts.new', 'New alert rule')}
        </LinkButton>
      }
    >
      {t(
        'pages.alerts.none-hint',
        'A rule that asks {{name}} stands here as soon as there is one that you may see, with the customers behind it.',
        { name },
      )}
    </EmptyState>
  );
}
