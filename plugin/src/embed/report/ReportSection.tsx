import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { placePanels } from '../layout/grid';
import { minimumWidth } from '../layout/minimumWidth';
import type { Section } from '../model/dashboard';
import type { DashboardScope } from '../page/dashboardScope';
import { PanelCard } from '../page/PanelCard';
import { useHeights } from '../page/useHeights';
import { bandsOf } from './bands';

interface Props {
  section: Section;
  /** In px. */
  width: number;
  scope: DashboardScope;
}

/** The panels of a section in bands that stay whole on a page; its heading stays with the first. */
export function ReportSection({ section: { heading, panels }, width, scope }: Props) {
  const styles = useStyles2(getStyles);
  const { needed, empty, onNeededHeight, onEmpty } = useHeights();
  const bands = useMemo(() => {
    const items = panels.map(({ id, type, gridPos, targets }) => ({
      id,
      gridPos,
      minimumWidth: minimumWidth(type, width, targets.filter(({ hide }) => !hide).length),
      neededHeight: needed[id],
      isEmpty: empty[id],
      // What a reader of the page could unfold below the words is not there on paper.
      mayShrink: type === 'text',
    }));
    return bandsOf(placePanels(items, width));
  }, [panels, width, needed, empty]);
  return (
    <section>
      {heading && <h2 className={styles.heading}>{scope.replace(heading.title, {}, 'text')}</h2>}
      {bands.map(({ boxes, height }) => (
        <div key={[...boxes.keys()].join('-')} className={styles.band} style={{ height }} data-report-band={height}>
          {panels
            .filter(({ id }) => boxes.has(id))
            .map((panel) => {
              const box = boxes.get(panel.id);
              return (
                box && (
                  <div
                    key={panel.id}
                    className={styles.place}
                    style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
                    data-embed-panel={panel.id}
                  >
                    <PanelCard {...{ panel, box, scope, onNeededHeight, onEmpty }} />
                  </div>
                )
              );
            })}
        </div>
      ))}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ ...theme.typography.h4, margin: theme.spacing(2, 0, 1), breakAfter: 'avoid' }),
  band: css({ position: 'relative', breakInside: 'avoid' }),
  place: css({ position: 'absolute' }),
});
