import { t } from '@grafana/i18n';
import type { DashboardModel, PanelModel } from '../scene/model';

const TILE = { w: 4, h: 4 };

/** How fresh the data is and how queries have fared, as the panels of a dashboard. */
export function operationsDashboard(): DashboardModel {
  const tiles: Array<[figure: string, title: string]> = [
    ['data_age_hours', t('pages.data.figures.data-age', 'Age of the data')],
    ['days_since_purchase', t('pages.data.figures.purchase', 'Last purchase')],
    ['rejected_share', t('pages.data.figures.rejected', 'Rows rejected')],
    ['model_age_hours', t('pages.data.figures.model-age', 'Age of the model')],
    ['failed_share', t('pages.data.figures.failed', 'Failed queries')],
    ['query_p95_seconds', t('pages.data.figures.p95', 'Query time, 95 %')],
  ];
  return {
    panels: [
      ...tiles.map(([figure, title], at) => tile(figure, title, at)),
      {
        type: 'table',
        title: t('pages.data.figures.queries', 'Queries of the last 15 minutes'),
        description: t(
          'pages.data.figures.queries-help',
          'By kind: how many were asked, how many failed, and their time.',
        ),
        gridPos: { x: 0, y: TILE.h, w: 24, h: 9 },
        fieldConfig: { defaults: { custom: { minWidth: 80 } }, overrides: [] },
        targets: [{ refId: 'A', kind: 'operations', view: 'queries' }],
      },
    ],
  };
}

function tile(figure: string, title: string, at: number): PanelModel {
  return {
    type: 'stat',
    title,
    gridPos: { ...TILE, x: at * TILE.w, y: 0 },
    options: {
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      colorMode: 'value',
      graphMode: 'none',
      textMode: 'value',
    },
    fieldConfig: { defaults: { noValue: '–' }, overrides: [] },
    targets: [{ refId: 'A', kind: 'operations', view: 'figures', figure }],
  };
}
