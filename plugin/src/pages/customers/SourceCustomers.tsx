import type { GenerationSummary } from '@contract';
import { t } from '../../language/t';
import { Alert, Stack, Text } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { formatDay } from '../../format/dates';
import { asOfDay, fieldOf } from '../../panels/churn-score/data/columns';
import { useAnswer } from '../customer/useAnswer';
import { ExportButton } from './ExportButton';
import { FilterBar } from './FilterBar';
import { ListAnswer } from './ListAnswer';
import { Narrowings } from './Narrowings';
import { Pager } from './Pager';
import { questionOf } from './query';
import { usePlace } from './usePlace';
import { useShopNames } from './useShopNames';

interface Props {
  uid: string;
  generation: GenerationSummary;
  /** True while a churn model serves. */
  scored: boolean;
}

/** The customers of one data source that the address names: filters, a page of the list, and its export. */
export function SourceCustomers({ uid, generation, scored }: Props) {
  const [place, change] = usePlace();
  const [failure, setFailure] = useState('');
  const question = useMemo(() => questionOf(place, generation, scored), [place, generation, scored]);
  const answer = useAnswer(uid, question.query, question.range);
  const [states] = useAnswer(uid, { kind: 'values', dimension: 'state' }, question.range).series;
  const shopNames = useShopNames(uid, place, question.range);
  const [frame] = answer.series;
  return (
    <Stack direction="column" gap={2}>
      <FilterBar
        place={place}
        states={(states && fieldOf(states, 'value')?.values.map(String)) ?? []}
        scored={scored}
        onChange={change}
      />
      <Narrowings place={place} shopNames={shopNames} onChange={change} />
      <Stack wrap="wrap" justifyContent="space-between" alignItems="center" gap={1}>
        <Origin behind={place.behind} asOf={frame && asOfDay(frame)} />
        <Stack wrap="wrap" alignItems="center" gap={1}>
          <Pager page={place.page} received={frame?.length ?? 0} onPage={(page) => change({ page })} />
          <ExportButton uid={uid} question={question} onFailure={setFailure} />
        </Stack>
      </Stack>
      {failure && (
        <Alert title={t('pages.customers.export.failure', 'The customers could not be exported')} severity="error">
          {failure}
        </Alert>
      )}
      <ListAnswer {...{ answer, place }} query={question.query} onChange={change} />
    </Stack>
  );
}

/** Where the list comes from, and the day as of which its customers are judged. */
function Origin({ behind, asOf }: { behind?: string; asOf?: string }) {
  const parts = [
    behind && t('pages.customers.behind', 'Customers behind “{{title}}”.', { title: behind }),
    asOf && t('pages.customers.as-of', 'Judged as of {{day}}.', { day: formatDay(asOf) }),
  ];
  return (
    <Text variant="bodySmall" color="secondary">
      {parts.filter(Boolean).join(' ')}
    </Text>
  );
}
