import type { GenerationSummary } from '@contract';
import React from 'react';
import operations from '../../../../dashboards/operations.json';
import DashboardScene from '../scene/DashboardScene';
import type { DashboardModel, PanelModel } from '../scene/model';

interface Props {
  uid: string;
  generation: GenerationSummary;
}

const ALL: DashboardModel = operations;

/** The load report stands on the page itself, with what was rejected, and the model has a page of its own. */
const isElsewhere = ({ targets = [] }: PanelModel): boolean =>
  targets.some(({ kind, view }) => view === 'load' || kind === 'model_quality');

const DASHBOARD: DashboardModel = { ...ALL, panels: ALL.panels.filter((panel) => !isElsewhere(panel)) };

/** The dashboard about operations, within the page about the data. */
export default function OperationsScene(props: Props) {
  return <DashboardScene dashboard={DASHBOARD} {...props} />;
}
