import { t } from '../../language/t';
import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import React from 'react';
import { isFiring, type Rule } from './rules';

interface Look {
  color: BadgeColor;
  icon: IconName;
  text: string;
}

/** The state of a rule in a word, a sign and a colour. */
export function StateBadge({ rule }: { rule: Pick<Rule, 'state' | 'health' | 'paused'> }) {
  return <Badge {...lookOf(rule)} />;
}

function lookOf(rule: Pick<Rule, 'state' | 'health' | 'paused'>): Look {
  const { state, health, paused } = rule;
  if (paused) return { color: 'darkgrey', icon: 'pause', text: t('pages.alerts.state.paused', 'Paused') };
  if (isFiring(rule)) return { color: 'red', icon: 'fire', text: t('pages.alerts.state.firing', 'Firing') };
  if (health === 'error')
    return { color: 'red', icon: 'exclamation-triangle', text: t('pages.alerts.state.error', 'Cannot be evaluated') };
  if (state === 'pending')
    return { color: 'orange', icon: 'hourglass', text: t('pages.alerts.state.pending', 'Pending') };
  if (state === 'recovering')
    return { color: 'orange', icon: 'sync', text: t('pages.alerts.state.recovering', 'Recovering') };
  if (health === 'nodata')
    return { color: 'purple', icon: 'question-circle', text: t('pages.alerts.state.nodata', 'No data') };
  return { color: 'green', icon: 'check', text: t('pages.alerts.state.normal', 'Normal') };
}
