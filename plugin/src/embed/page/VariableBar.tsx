import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { changeQuery } from '../host/location';
import type { Variable } from '../model/dashboard';
import { variableKey } from '../url/urlState';
import type { Options, Selection } from '../variables/state';
import { VariableField } from './VariableField';

interface Props {
  variables: readonly Variable[];
  selection: Selection;
  options: Options;
  errors: Readonly<Record<string, string>>;
}

/** The dashboard's filters. A choice changes the address, and the address changes the page. */
export function VariableBar({ variables, selection, options, errors }: Props) {
  const styles = useStyles2(getStyles);
  const shown = variables.filter((variable) => variable.shown);
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label={t('embed.filters', 'Filters')} className={styles.bar}>
      {shown.map((variable) => (
        <VariableField
          key={variable.name}
          variable={variable}
          values={selection[variable.name] ?? []}
          options={options[variable.name]}
          error={errors[variable.name]}
          onChange={(values) => changeQuery({ [variableKey(variable.name)]: values })}
        />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), minWidth: 0 }),
});
