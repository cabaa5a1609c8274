import type { AlertRow } from '@contract';
import { Stack, Text } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { formatDay, formatMoment } from '../../../format/dates';
import { formatMoneyExact } from '../../../format/numbers';
import { formatOdds, formatProbability } from '../../../format/scores';
import { segmentText } from '../../../language/names';
import { t } from '../../../language/t';
import { CustomerName } from '../../../panels/churn-score/frame/CustomerName';
import { customerUrl } from '../../customer/place';
import { FactList } from '../../frame/FactList';
import { BandChange } from './BandChange';

interface Props {
  /** Uid of the data source. */
  source: string;
  warning: AlertRow;
}

const NONE = '–';

/** What a warning knows of its customer: score, what is at stake, why, and what to do. */
export function WarningFacts({ source, warning }: Props) {
  const { reasons, action } = warning;
  return (
    <Stack direction="column" gap={1.5}>
      <FactList facts={[...who(source, warning), ...stakes(warning), ...moments(warning)]} />
      <Text element="h3" variant="h5">
        {t('pages.warnings.why', 'Why')}
      </Text>
      <ul style={{ paddingLeft: '1.2em' }}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Text element="h3" variant="h5">
        {t('pages.warnings.do', 'What to do')}
      </Text>
      <p>{action ?? NONE}</p>
    </Stack>
  );
}

type Facts = Array<readonly [name: string, value: ReactNode]>;

function who(source: string, warning: AlertRow): Facts {
  const { customer_id, segment, customer_state, owner } = warning;
  const id = customer_id ?? '';
  return [
    [
      t('pages.warnings.columns.customer', 'Customer'),
      <CustomerName key="customer" id={id} links={[]} href={customerUrl(id, source)} />,
    ],
    [t('pages.warnings.columns.band', 'Risk'), <BandChange key="band" {...warning} />],
    [t('pages.warnings.columns.segment', 'Segment'), segment ? segmentText(segment) : NONE],
    [t('pages.warnings.columns.address', 'State of the address'), customer_state ?? NONE],
    [t('pages.warnings.columns.owner', 'Owner'), owner ?? t('pages.warnings.nobody', 'Nobody yet')],
  ];
}

function stakes({ churn_probability, relative_odds, revenue_at_risk, value_if_returns, monetary }: AlertRow): Facts {
  return [
    [t('pages.warnings.columns.at-risk', 'Revenue at risk'), formatMoneyExact(revenue_at_risk)],
    [t('pages.warnings.columns.value', 'Value should they return'), formatMoneyExact(value_if_returns)],
    [t('pages.warnings.columns.monetary', 'Spent so far'), formatMoneyExact(monetary)],
    [t('pages.warnings.columns.probability', 'Churn probability'), formatProbability(churn_probability)],
    [t('pages.warnings.columns.odds', 'Odds of buying again, average = 1'), formatOdds(relative_odds)],
  ];
}

function moments({ created_at, as_of, last_order, returned_on }: AlertRow): Facts {
  return [
    [t('pages.warnings.columns.made', 'Warned'), formatMoment(created_at)],
    [t('pages.warnings.columns.as-of', 'As-of date'), as_of ? formatDay(as_of) : NONE],
    [t('pages.warnings.columns.last-order', 'Last order before'), last_order ? formatDay(last_order) : NONE],
    ...(returned_on ? [[t('pages.warnings.columns.returned', 'Bought again'), formatDay(returned_on)] as const] : []),
  ];
}
