import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { placePanels } from '../layout/grid';
import { minimumWidthOnPaper } from '../layout/minimumWidth';
import type { Section } from '../model/dashboard';
import type { DashboardScope } from '../page/dashboardScope';
import { PanelCard } from '../page/PanelCard';
import { useHeights } from '../page/useHeights';
import { bandsOf } from './bands';
import { keyOf, playOf, stretched } from './fill';

interface Props {
  section: Section;
  /** In px. */
  width: number;
  scope: DashboardScope;
  /** By how many px bands are higher or lower than they would be, by their keys, so as to fill their pages. */
  changes: Readonly<Record<string, number>>;
}

/** The panels of a section in bands that stay whole on a page; its heading stays with the first. */
export function ReportSection({ section: { heading, panels }, width, scope, changes }: Props) {
  const styles = useStyles2(getStyles);
  const { needed, empty, onNeededHeight, onEmpty } = useHeights();
  const bands = useMemo(() => {
    const items = panels.map((panel) => ({
      id: panel.id,
      gridPos: panel.gridPos,
      minimumWidth: minimumWidthOnPaper(panel, width),
      neededHeight: needed[panel.id],
      isEmpty: empty[panel.id],
      // What a reader of the page could unfold or scroll to is there on paper, or is not: no room is kept for it.
      mayShrink: true,
    }));
    const types = new Map(panels.map(({ id, type }) => [id, type]));
    return bandsOf(placePanels(items, width)).map((band) => {
      const key = keyOf(band);
      return { ...stretched(band, changes[key] ?? 0), key, ...playOf(band, types) };
    });
  }, [panels, width, needed, empty, changes]);
  return (
    <section>
      {heading && <h2 className={styles.heading}>{scope.replace(heading.title, {}, 'text')}</h2>}
      {bands.map(({ key, boxes, height, gives, takes }) => (
        <div
          key={key}
          className={styles.band}
          style={{ height }}
          data-report-band={key}
          data-report-gives={gives}
          data-report-takes={takes}
        >
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
