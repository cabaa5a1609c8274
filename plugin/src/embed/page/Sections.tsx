import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { Section } from '../model/dashboard';
import type { DashboardScope } from './dashboardScope';
import { SectionGrid } from './SectionGrid';
import { useWidth } from './useWidth';

interface Props {
  sections: readonly Section[];
  scope: DashboardScope;
}

/** The dashboard's panels, under the row headings that it has. */
export function Sections({ sections, scope }: Props) {
  const styles = useStyles2(getStyles);
  const [ref, width] = useWidth();
  return (
    <div ref={ref} className={styles.sections}>
      {width > 0 &&
        sections.map((section, i) => (
          <OneSection key={section.heading?.id ?? `first-${i}`} {...{ section, width, scope }} />
        ))}
    </div>
  );
}

function OneSection({ section, width, scope }: { section: Section; width: number; scope: DashboardScope }) {
  const styles = useStyles2(getStyles);
  const { heading, panels } = section;
  const [open, setOpen] = useState(!heading?.collapsed);
  return (
    <section>
      {heading && (
        <h2 className={styles.heading}>
          <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'angle-down' : 'angle-right'} />
            {scope.replace(heading.title, {}, 'text')}
          </button>
        </h2>
      )}
      {open && <SectionGrid panels={panels} width={width} scope={scope} />}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  sections: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 0 }),
  heading: css({ margin: theme.spacing(1, 0) }),
  toggle: css({
    ...theme.typography.h5,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: 0,
    border: 0,
    background: 'none',
    color: theme.colors.text.primary,
  }),
});
