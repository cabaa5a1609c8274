import type { RiskBand } from '@contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { csvName, download } from '../../../format/csv';
import { formatDay } from '../../../format/dates';
import { formatCount } from '../../../format/numbers';
import { t } from '../../../language/t';
import type { ListModel } from '../data/readList';
import { BandFilter } from './BandFilter';
import { AS_ANSWERED, columnsFor, nextListSorting, sortList } from './columns';
import { rowsToCsv } from './exportRows';
import { ScoreTable } from './ScoreTable';

const CSV = 'CSV';

interface Props {
  model: ListModel;
  width: number;
  height: number;
  customerLink: (id: string) => string | undefined;
}

const TOOLBAR = 36;
const TOOLBAR_FROM = { width: 240, height: 150 };
const LABELS_FIT = 600;
const COUNT_FITS = 480;

/** Many customers as a table that can be narrowed by band, sorted and exported. */
export function ListView({ model, width, height, customerLink }: Props) {
  const styles = useStyles2(getStyles);
  const [bands, setBands] = useState<RiskBand[]>([]);
  const [sorting, setSorting] = useState(AS_ANSWERED);
  const columns = useMemo(() => columnsFor(model.rows, width), [model.rows, width]);
  const shown = useMemo(() => {
    const kept = bands.length === 0 ? model.rows : model.rows.filter(({ band }) => band && bands.includes(band));
    return sortList(kept, sorting);
  }, [model.rows, bands, sorting]);
  const withToolbar = width >= TOOLBAR_FROM.width && height >= TOOLBAR_FROM.height;
  return (
    <div style={{ width, height }}>
      {withToolbar && (
        <div className={styles.toolbar}>
          <BandFilter rows={model.rows} chosen={bands} short={width < LABELS_FIT} onChoose={setBands} />
          {width >= COUNT_FITS && <span className={styles.text}>{countText(model, shown.length)}</span>}
          <Button
            className={styles.export}
            data-screen-only
            size="sm"
            variant="secondary"
            icon="download-alt"
            aria-label={t('churn.list.csv', 'Download as CSV')}
            onClick={() =>
              download(
                csvName(t('churn.list.file', 'churn scores {{day}}', { day: model.asOf ?? '' })),
                rowsToCsv(model, shown),
              )
            }
          >
            {CSV}
          </Button>
        </div>
      )}
      <ScoreTable
        rows={shown}
        columns={columns}
        sorting={sorting}
        width={width}
        height={withToolbar ? height - TOOLBAR : height}
        customerLink={customerLink}
        onSort={(key) => setSorting(nextListSorting(sorting, key))}
      />
    </div>
  );
}

function countText({ rows, asOf }: ListModel, shown: number): string {
  const all = formatCount(rows.length);
  const counted =
    shown === rows.length
      ? t('churn.list.customers', '{{all}} customers', {
          all,
          count: rows.length,
          defaultValue_one: '{{all}} customer',
        })
      : t('churn.list.someCustomers', '{{shown}} of {{all}} customers', { shown: formatCount(shown), all });
  return asOf ? t('churn.list.countAsOf', '{{counted}} as of {{day}}', { counted, day: formatDay(asOf) }) : counted;
}

const getStyles = (theme: GrafanaTheme2) => ({
  toolbar: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(2), height: TOOLBAR, paddingBottom: 8 }),
  text: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
  export: css({ marginLeft: 'auto' }),
});
