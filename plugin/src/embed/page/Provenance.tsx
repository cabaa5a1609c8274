import { css } from '@emotion/css';
import type { GenerationSummary } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatDay, formatMoment } from '../../format/dates';
import { formatCount } from '../../format/numbers';
import { t } from '../../language/t';

interface Props {
  generation: GenerationSummary;
}

/** Which data the page speaks of. */
export function Provenance({ generation }: Props) {
  const styles = useStyles2(getStyles);
  const { firstDay, lastDay, purchases, builtAt, source, sample } = generation;
  return (
    <footer className={styles.footer}>
      {t(
        'embed.provenance',
        '{{source}}: {{purchases}} of {{customers}}, {{from}} to {{to}}, loaded {{moment}}. Purchases are orders that were not canceled and not unavailable.',
        {
          source: sample
            ? t('embed.generated', 'Generated sample')
            : t('embed.files', 'Files in {{source}}', { source }),
          purchases: t('embed.purchases', '{{all}} purchases', {
            all: formatCount(purchases.orders),
            count: purchases.orders,
            defaultValue_one: '{{all}} purchase',
          }),
          customers: t('embed.customers', '{{all}} customers', {
            all: formatCount(purchases.customers),
            count: purchases.customers,
            defaultValue_one: '{{all}} customer',
          }),
          from: formatDay(firstDay),
          to: formatDay(lastDay),
          moment: formatMoment(builtAt),
        },
      )}
    </footer>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  footer: css({
    ...theme.typography.bodySmall,
    color: theme.colors.text.secondary,
    marginTop: theme.spacing(2),
    overflowWrap: 'anywhere',
  }),
});
