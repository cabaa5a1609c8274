import { LoadingState } from '@grafana/data';
import { ErrorBoundary, Icon } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { QueryRequest } from '../api/query';
import type { PanelAnswer } from '../data/usePanelData';
import type { Panel } from '../model/dashboard';
import { Message } from '../panels/message';
import { UnknownPanel } from '../panels/unknown';
import type { LoadedKind } from '../panels/usePanelKind';
import type { DashboardScope } from './dashboardScope';
import type { PanelView } from './PanelMenu';
import { PanelPicture } from './PanelPicture';
import { PanelSkeleton } from './PanelSkeleton';

export interface PanelBodyProps {
  panel: Panel;
  title: string;
  loaded: LoadedKind;
  answer: PanelAnswer;
  /** What was asked; undefined for panels that ask nothing. */
  request: QueryRequest | undefined;
  scope: DashboardScope;
  width: number;
  height: number;
  view: PanelView;
  onNeededHeight: (height: number) => void;
}

/** The picture of a panel, or in words why there is none. */
export function PanelBody(props: PanelBodyProps) {
  const { panel, answer, view } = props;
  const { kind, failed } = props.loaded;
  if (kind === null) return <UnknownPanel type={panel.type} />;
  if (failed)
    return (
      <Failure
        text={t('embed.panel.notLoaded', 'This part of the page could not be loaded. Reload the page to try again.')}
      />
    );
  if (answer.state === LoadingState.Error && answer.frames.length === 0)
    return <Failure text={answer.errors.join(' ')} />;
  const waiting = <PanelSkeleton type={panel.type} height={props.height} />;
  if (!kind || (answer.revision === 0 && answer.state === LoadingState.Loading)) return waiting;
  if (!kind.explainsNothing && isWithoutRows(panel, answer)) {
    return answer.state === LoadingState.Loading ? (
      waiting
    ) : (
      <Message>{t('embed.panel.noData', 'No data in this time range')}</Message>
    );
  }
  return (
    <ErrorBoundary dependencies={[answer.revision, view]}>
      {({ error }) =>
        error ? (
          <Failure
            text={t('embed.panel.notDrawn', 'This panel could not be drawn: {{message}}', { message: error.message })}
          />
        ) : (
          <PanelPicture {...props} kind={kind} />
        )
      }
    </ErrorBoundary>
  );
}

function isWithoutRows({ targets }: Panel, { frames }: PanelAnswer): boolean {
  return targets.length > 0 && frames.every((frame) => frame.length === 0);
}

function Failure({ text }: { text: string }) {
  return (
    <Message role="alert" icon={<Icon name="exclamation-triangle" size="xl" />}>
      {text}
    </Message>
  );
}
