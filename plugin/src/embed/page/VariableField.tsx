import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, Input, MultiCombobox, useStyles2, type ComboboxOption } from '@grafana/ui';
import React, { useMemo } from 'react';
import { valueText } from '../../language/names';
import { t } from '../../language/t';
import type { Variable, VariableOption } from '../model/dashboard';
import { isObject, text } from '../model/read';
import { ALL } from '../model/readVariable';

interface Props {
  variable: Variable;
  values: readonly string[];
  /** undefined: on their way, or the variable has its own. */
  options: readonly VariableOption[] | undefined;
  error?: string;
  onChange: (values: string[]) => void;
}

const allOption = (): ComboboxOption => ({ value: ALL, label: t('embed.all', 'All') });

/** One filter with its label. */
export function VariableField({ variable, values, options, error, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const id = `variable-${variable.name}`;
  const choices = useMemo(() => choicesOf(variable, values, options), [variable, values, options]);
  const loading = options === undefined && variable.type === 'query' && error === undefined;
  return (
    <div className={styles.field} title={error ?? variable.description}>
      <label htmlFor={id} className={styles.label}>
        {variable.label}
      </label>
      {field()}
    </div>
  );

  function field() {
    if (variable.type === 'textbox') return <TextField id={id} value={values[0] ?? ''} onChange={onChange} />;
    if (!variable.multi) {
      return (
        <Combobox
          id={id}
          width="auto"
          minWidth={12}
          options={choices}
          value={values[0] ?? null}
          loading={loading}
          invalid={error !== undefined}
          onChange={({ value }) => onChange([value])}
        />
      );
    }
    return (
      <MultiCombobox
        id={id}
        width="auto"
        minWidth={14}
        maxWidth={40}
        options={choices}
        value={values.filter((value) => value !== ALL)}
        placeholder={variable.includeAll ? t('embed.all', 'All') : t('embed.choose', 'Choose')}
        loading={loading}
        invalid={error !== undefined}
        isClearable
        onChange={(chosen) =>
          onChange(
            settle(
              variable,
              chosen.map(({ value }) => value),
            ),
          )
        }
      />
    );
  }
}

/** Nothing chosen means All where there is an All. */
function settle({ includeAll }: Variable, values: string[]): string[] {
  return values.length === 0 && includeAll ? [ALL] : values;
}

/** The options, with values of the address that are none of them, so that a reader sees what is filtered. */
function choicesOf(
  variable: Variable,
  values: readonly string[],
  options: readonly VariableOption[] | undefined,
): ComboboxOption[] {
  const known = options ?? variable.options;
  const choices = known.map(({ value, text }) => ({ value, label: text }));
  const others = values.filter((value) => value !== ALL && !known.some((one) => one.value === value));
  const all = variable.includeAll && !variable.multi ? [allOption()] : [];
  return [...all, ...choices, ...others.map((value) => ({ value, label: nameOf(variable, value) }))];
}

/** What a value is called whose text is not known, or not yet. */
function nameOf({ query }: Variable, value: string): string {
  return isObject(query) ? valueText(text(query.dimension), value) : value;
}

function TextField({ id, value, onChange }: { id: string; value: string; onChange: (values: string[]) => void }) {
  const finish = (text: string) => text !== value && onChange([text]);
  return (
    <Input
      id={id}
      key={value}
      width={24}
      defaultValue={value}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && finish(event.currentTarget.value)}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  field: css({ display: 'flex', alignItems: 'center', minWidth: 0, maxWidth: '100%' }),
  label: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    alignItems: 'center',
    height: theme.spacing(theme.components.height.md),
    padding: theme.spacing(0, 1),
    margin: 0,
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRight: 0,
    borderRadius: `${theme.shape.radius.default} 0 0 ${theme.shape.radius.default}`,
  }),
});
