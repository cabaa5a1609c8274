import { css } from '@emotion/css';
import { dayOf, type GenerationSummary } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { formatDay, formatMoment } from '../../format/dates';
import { t } from '../../language/t';
import type { Variable } from '../model/dashboard';
import type { DashboardScope } from '../page/dashboardScope';
import { rangeText } from '../time/named';
import { isAll, selectedTexts } from '../variables/state';

interface Props {
  title: string;
  scope: DashboardScope;
  variables: readonly Variable[];
  generation: GenerationSummary | undefined;
  /** What else is to be known before anything is read. */
  children?: ReactNode;
}

/** What the report is about: title, time range, filters, and the data that it speaks of. */
export function ReportHeader({ title, scope, variables, generation, children }: Props) {
  const styles = useStyles2(getStyles);
  const filters = filtersIn(variables, scope);
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.line}>{[rangeText(scope.range, scope.timeZone, scope.days), ...filters].join(' · ')}</p>
      {generation && <p className={styles.facts}>{factsOf(generation, scope).join(' · ')}</p>}
      {children}
    </header>
  );
}

/** The filters that are set, such as `State: SP, RJ`. */
function filtersIn(variables: readonly Variable[], { selection, options }: DashboardScope): string[] {
  return variables
    .filter(({ shown, name }) => shown && !isAll(selection, name) && (selection[name]?.[0] ?? '') !== '')
    .map((variable) => `${variable.label}: ${selectedTexts(variable, selection, options).join(', ')}`);
}

function factsOf({ id, builtAt, sample, regularLastDay }: GenerationSummary, { range }: DashboardScope): string[] {
  const asOf = [dayOf(range.to.valueOf()), regularLastDay].sort()[0] ?? regularLastDay;
  return [
    t('report.asOf', 'Customers judged as of {{day}}', { day: formatDay(asOf) }),
    t('report.generation', 'Data loaded {{moment}} ({{generation}})', {
      moment: formatMoment(builtAt),
      generation: id,
    }),
    t('report.made', 'Made {{moment}}', { moment: formatMoment(new Date().toISOString()) }),
    t('report.rows', 'Long tables show their first rows: a report as .csv has all of them'),
    ...(sample ? [t('report.sample', 'Generated sample data, not a real shop.')] : []),
  ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    borderBottom: `2px solid ${theme.colors.border.medium}`,
    marginBottom: theme.spacing(2),
    paddingBottom: theme.spacing(1),
  }),
  title: css({ ...theme.typography.h2, margin: 0 }),
  line: css({ ...theme.typography.h5, fontWeight: 400, margin: theme.spacing(0.5, 0, 0) }),
  facts: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary, margin: theme.spacing(0.5, 0, 0) }),
});
