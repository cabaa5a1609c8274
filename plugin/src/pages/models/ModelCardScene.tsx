import type { GenerationSummary } from '@contract';
import React from 'react';
import modelCard from '../../../../dashboards/model-card.json';
import DashboardScene from '../scene/DashboardScene';
import type { DashboardModel } from '../scene/model';

interface Props {
  uid: string;
  generation: GenerationSummary;
}

const DASHBOARD: DashboardModel = modelCard;

/** The dashboard about the model, within the page about models. */
export default function ModelCardScene(props: Props) {
  return <DashboardScene dashboard={DASHBOARD} {...props} />;
}
