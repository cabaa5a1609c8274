import { LoadingState } from '@grafana/data';
import { Button, ErrorBoundary, Icon } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import type { QueryRequest } from '../api/query';
import { noticesOf } from '../data/notices';
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
  /** Asks the same once more; absent where nobody can press a button. */
  onRetry?: () => void;
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
    return <Failure text={answer.errors.join(' ')} onRetry={props.onRetry} height={props.height} />;
  const waiting = <PanelSkeleton type={panel.type} height={props.height} />;
  if (!kind || (answer.revision === 0 && answer.state === LoadingState.Loading)) return waiting;
  if (!kind.explainsNothing && isWithoutRows(panel, answer)) {
    return answer.state === LoadingState.Loading ? (
      waiting
    ) : (
      <Message height={props.height}>{nothingIn(panel, answer)}</Message>
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

/** Why there is nothing: what the answer warns of, else what the dashboard has a table say, else the usual words. */
function nothingIn({ type, fieldConfig }: Panel, { received }: PanelAnswer): string {
  const warnings = noticesOf(received).filter(({ severity }) => severity !== 'info');
  if (warnings.length > 0) return warnings.map(({ text }) => text).join(' ');
  const own = type === 'table' ? fieldConfig.defaults.noValue : undefined;
  return own ?? t('embed.panel.noData', 'No data in this time range');
}

/** True for an answer in which no frame has a row, where something was asked. */
export function isWithoutRows({ targets }: Panel, { frames }: PanelAnswer): boolean {
  return targets.length > 0 && frames.every((frame) => frame.length === 0);
}

function Failure({ text, height, onRetry }: { text: string; height?: number; onRetry?: () => void }) {
  return (
    <Message role="alert" height={height} icon={<Icon name="exclamation-triangle" size="xl" />}>
      {text}{' '}
      {onRetry && (
        <Button size="sm" variant="secondary" fill="text" onClick={onRetry}>
          {t('embed.panel.retry', 'Try again')}
        </Button>
      )}
    </Message>
  );
}
