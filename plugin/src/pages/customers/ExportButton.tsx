import { t } from '../../language/t';
import { Button } from '@grafana/ui';
import React, { useState } from 'react';
import { download, framesToCsv } from '../../format/csv';
import { askSource } from '../customer/askSource';
import type { ListQuestion } from './query';

interface Props {
  uid: string;
  question: ListQuestion;
  onFailure: (message: string) => void;
}

/** More rows than a spreadsheet shows are for the REST API. */
const MOST_ROWS = 100_000;

/** Hands all customers of the list, not only those of the page, to the browser as a CSV file. */
export function ExportButton({ uid, question: { query, range }, onFailure }: Props) {
  const [busy, setBusy] = useState(false);
  const exportAll = async () => {
    setBusy(true);
    const { series, errors = [] } = await askSource(uid, { ...query, limit: MOST_ROWS, offset: 0 }, range);
    setBusy(false);
    if (errors[0]) onFailure(errors[0].message ?? '');
    else download('customers.csv', framesToCsv(series));
  };
  return (
    <Button size="sm" variant="secondary" icon="download-alt" disabled={busy} onClick={exportAll}>
      {busy ? t('pages.customers.export.busy', 'Exporting…') : t('pages.customers.export.label', 'Export CSV')}
    </Button>
  );
}
