import type { AlertRow } from '@contract';
import { Stack } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';
import { BandChip } from '../../../panels/churn-score/score/BandChip';

/** From which risk band to which a customer went. */
export function BandChange({ from_band: from, band }: Pick<AlertRow, 'from_band' | 'band'>) {
  return (
    <Stack wrap="wrap" alignItems="center" gap={0.5}>
      {from && <BandChip band={from} small />}
      {from && band && (
        <>
          <span aria-hidden="true">→</span>
          <span className="sr-only">{t('pages.warnings.band-to', 'to')}</span>
        </>
      )}
      {band && <BandChip band={band} small />}
    </Stack>
  );
}
