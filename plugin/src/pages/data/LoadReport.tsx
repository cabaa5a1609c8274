import { noteText, type FileSummary, type LoadSummary } from '@contract';
import { getValueFormat, formattedValueToString } from '@grafana/data';
import { currentLanguage } from '../../language/current';
import { t } from '../../language/t';
import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../format/numbers';
import { DataTable, type TableColumn } from '../frame/DataTable';
import { Rejects } from './Rejects';

/** What a build read, refused and checked, by file. */
export function LoadReport({ load }: { load: LoadSummary }) {
  const refused = load.files.filter(({ rejects }) => rejects.length > 0);
  return (
    <Stack direction="column" gap={2}>
      <DataTable
        label={t('pages.data.files.label', 'Files')}
        columns={columns()}
        rows={load.files}
        keyOf={({ table }) => table}
      />
      <Text variant="bodySmall" color="secondary">
        {t('pages.data.checks', '{{checks}} tests of the finished tables passed; the build took {{seconds}} seconds.', {
          checks: formatCount(load.checks),
          seconds: load.seconds.toLocaleString(undefined, { maximumFractionDigits: 1 }),
        })}
      </Text>
      {refused.length === 0 ? (
        <Text>{t('pages.data.rejects.none', 'No row was rejected.')}</Text>
      ) : (
        refused.map((file) => <Rejects key={file.table} file={file} />)
      )}
    </Stack>
  );
}

function columns(): Array<TableColumn<FileSummary>> {
  const count = (key: 'rows_read' | 'rows_loaded' | 'rows_rejected', head: string): TableColumn<FileSummary> => ({
    key,
    head,
    isNumber: true,
    cell: (file) => formatCount(file[key]),
  });
  return [
    {
      key: 'file',
      head: t('pages.data.files.file', 'File'),
      isName: true,
      cell: ({ file, table }) => file ?? t('pages.data.files.absent', '{{table}} (absent)', { table }),
      title: ({ file }) => file ?? undefined,
    },
    {
      key: 'bytes',
      head: t('pages.data.files.size', 'Size'),
      isNumber: true,
      // Of an absent file, and of events that came otherwise, there is none.
      cell: ({ bytes }) => (bytes === 0 ? '–' : formattedValueToString(getValueFormat('decbytes')(bytes, 1))),
    },
    count('rows_read', t('pages.data.files.read', 'Rows read')),
    count('rows_loaded', t('pages.data.files.loaded', 'Loaded')),
    count('rows_rejected', t('pages.data.files.rejected', 'Rejected')),
    {
      key: 'notes',
      head: t('pages.data.files.notes', 'To know'),
      cell: ({ notes }) => noteText(notes.join('; '), currentLanguage()),
      title: ({ notes }) => notes.join(' '),
    },
  ];
}
