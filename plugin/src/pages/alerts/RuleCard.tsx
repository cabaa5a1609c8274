import { locationUtil } from '@grafana/data';
import { t } from '../../language/t';
import { Alert, LinkButton, Stack, Text } from '@grafana/ui';
import React from 'react';
import { formatMoment } from '../../format/dates';
import { Section } from '../frame/Section';
import { Instances } from './Instances';
import type { Rule } from './rules';
import { StateBadge } from './StateBadge';

interface Props {
  rule: Rule;
  /** Uid of the data source. */
  source: string;
}

/** One alert rule: its state, what it has found, and the way to the rule. */
export function RuleCard({ rule, source }: Props) {
  const { uid, name, folder, group, summary, evaluated, error } = rule;
  return (
    <Section
      title={name}
      actions={
        <Stack alignItems="center" gap={1}>
          <StateBadge rule={rule} />
          <LinkButton
            size="sm"
            variant="secondary"
            fill="text"
            href={locationUtil.assureBaseUrl(`/alerting/grafana/${encodeURIComponent(uid)}/view`)}
          >
            {t('pages.alerts.rule', 'The rule')}
          </LinkButton>
        </Stack>
      }
    >
      {summary && <Text>{summary}</Text>}
      <Text variant="bodySmall" color="secondary">
        {t('pages.alerts.place', '{{folder}}, {{group}}', { folder, group })}
        {evaluated && ` · ${t('pages.alerts.evaluated', 'evaluated {{moment}}', { moment: formatMoment(evaluated) })}`}
      </Text>
      {error !== undefined && (
        <Alert title={t('pages.alerts.rule-failed', 'The rule could not be evaluated')} severity="warning">
          {error}
        </Alert>
      )}
      <Instances rule={rule} source={source} />
    </Section>
  );
}
