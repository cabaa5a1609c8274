import { wholeRange, type ChurnScoreQuery, type ChurnScoresQuery } from '@contract';
import { Stack, Text } from '@grafana/ui';
import React, { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useWarehouseStatus } from '../../components/status/useWarehouseStatus';
import { WarehouseStatusView } from '../../components/status/WarehouseStatusView';
import { t } from '../../language/t';
import { CustomerSearch } from './CustomerSearch';
import { customerUrl } from './place';
import { Scores } from './Scores';

interface Props {
  uid: string;
}

/** So much of the window's height is left to what stands around the customer. */
const AROUND = 280;
const LEAST_HEIGHT = 560;
const LIST_HEIGHT = 420;
const LISTED = 100;
/** Letters of a whole id, and of one as readers without the right to whole ids see it. */
const WHOLE_IDS: readonly number[] = [8, 32];

/** Customers of one data source: the search, and the customer or the matches that it finds. */
export function SourcePage({ uid }: Props) {
  const status = useWarehouseStatus(uid);
  const [place, setPlace] = useSearchParams();
  const id = place.get('id') ?? '';
  const search = useCallback(
    (text: string) =>
      setPlace(
        (before) => {
          const next = new URLSearchParams(before);
          if (text === '') next.delete('id');
          else next.set('id', text);
          return next;
        },
        { replace: true },
      ),
    [setPlace],
  );
  const generation = status.phase === 'known' ? status.status.generation : undefined;
  const range = useMemo(() => generation && wholeRange(generation), [generation]);
  if (!range) return <WarehouseStatusView state={status} />;
  const customerLink = (customer: string) => customerUrl(customer, place.get('source'));
  const matches: ChurnScoresQuery = { kind: 'churn_scores', search: id, sort: 'revenue_at_risk', limit: LISTED };
  const one: ChurnScoreQuery = { kind: 'churn_score', customer: id };
  const isWhole = WHOLE_IDS.includes(id.replace(/…$/, '').length);
  return (
    <Stack direction="column" gap={3}>
      <CustomerSearch value={id} onSearch={search} />
      {isWhole ? (
        <Scores
          {...{ uid, range, customerLink }}
          query={one}
          height={Math.max(LEAST_HEIGHT, window.innerHeight - AROUND)}
        />
      ) : (
        <section aria-labelledby="churnwatch-matches">
          <Text element="h2" variant="h4">
            <span id="churnwatch-matches">
              {id === ''
                ? t('pages.customerSearch.most', 'Most revenue at risk')
                : t('pages.customerSearch.beginning', 'Customers beginning with {{id}}', { id })}
            </span>
          </Text>
          <Scores {...{ uid, range, customerLink }} query={matches} height={LIST_HEIGHT} />
        </section>
      )}
    </Stack>
  );
}
