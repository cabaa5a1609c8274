import { t } from '../../language/t';
import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../format/numbers';
import { PAGE_ROWS } from './query';

interface Props {
  page: number;
  /** How many rows were answered: one more than a page has when there is a page after it. */
  received: number;
  onPage: (page: number) => void;
}

/** Which rows are shown, and the way to those before and after. */
export function Pager({ page, received, onPage }: Props) {
  const first = (page - 1) * PAGE_ROWS + 1;
  const last = first - 1 + Math.min(PAGE_ROWS, received);
  return (
    <Stack alignItems="center" gap={1}>
      <Text variant="bodySmall" color="secondary">
        <span role="status">
          {received > 0 &&
            t('pages.customers.pager.rows', 'Rows {{from}} to {{to}}', {
              from: formatCount(first),
              to: formatCount(last),
            })}
        </span>
      </Text>
      <Button size="sm" variant="secondary" icon="angle-left" disabled={page === 1} onClick={() => onPage(page - 1)}>
        {t('pages.customers.pager.previous', 'Previous')}
      </Button>
      <Button size="sm" variant="secondary" disabled={received <= PAGE_ROWS} onClick={() => onPage(page + 1)}>
        {t('pages.customers.pager.next', 'Next')}
      </Button>
    </Stack>
  );
}
