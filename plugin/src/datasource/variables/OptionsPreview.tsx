import { Alert, Text } from '@grafana/ui';
import React from 'react';
import { currentLocale } from '../../language/current';
import { t } from '../../language/t';
import type { ValueOption } from '../query/values';
import type { Options } from './useOptions';

const SHOWN = 8;

/** How many values a variable has and what the first of them are, or why there are none. */
export function OptionsPreview({ state }: { state: Options }) {
  if (state.phase === 'failed') {
    return (
      <Alert severity="error" title={t('datasource.variables.failed', 'The values cannot be listed')}>
        {state.message}
      </Alert>
    );
  }
  return (
    <div role="status">
      <Text element="p" variant="bodySmall" color="secondary">
        {state.phase === 'loading'
          ? t('datasource.variables.listing', 'Listing the values …')
          : previewOf(state.options)}
      </Text>
    </div>
  );
}

function previewOf(options: readonly ValueOption[]): string {
  if (options.length === 0)
    return t(
      'datasource.variables.nothing',
      'No values. Look at the time range, the filters and the variables that they name.',
    );
  const count =
    options.length === 1
      ? t('datasource.variables.one', '1 value')
      : t('datasource.variables.many', '{{values}} values', { values: options.length.toLocaleString(currentLocale()) });
  const first = options.slice(0, SHOWN).map(({ text, value }) => (text.includes(value) ? text : `${text} (${value})`));
  return `${count}: ${first.join('; ')}${options.length > SHOWN ? '; …' : ''}`;
}
