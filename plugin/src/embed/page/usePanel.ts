import { LoadingState, type QueryResultMetaNotice } from '@grafana/data';
import { useCallback, useMemo, useRef, useState } from 'react';
import { noticesOf } from '../data/notices';
import { panelRequest } from '../data/panelRequest';
import { usePanelData, type PanelAnswer } from '../data/usePanelData';
import type { QueryRequest } from '../api/query';
import { useLive } from '../live/useLive';
import type { Panel } from '../model/dashboard';
import { isKnown } from '../panels/registry';
import type { DashboardScope } from './dashboardScope';

export interface PanelState {
  title: string;
  /** Markdown. */
  description: string;
  /** False for texts, and for panels that this viewer does not draw: they ask nothing. */
  asks: boolean;
  request: QueryRequest | undefined;
  answer: PanelAnswer;
  notices: QueryResultMetaNotice[];
  askAgain: () => void;
}

/** A panel's texts with the variables in them replaced, and the answer to its queries. @param width in px */
export function usePanel(panel: Panel, width: number, scope: DashboardScope): PanelState {
  // Another number of points after every change of the window's size would only cost the server.
  const firstWidth = useRef(width).current;
  const known = isKnown(panel.type);
  const request = useMemo(
    () => (known ? panelRequest(panel, scope.range, firstWidth, scope.source, scope.pending) : undefined),
    [known, panel, scope, firstWidth],
  );
  const [turn, setTurn] = useState(0);
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);
  const answer = usePanelData(panel, request, `${scope.refresh}/${turn}`, scope.replace);
  useLive(request, answer.state === LoadingState.Loading, askAgain);
  const notices = useMemo(() => noticesOf(answer.received), [answer.received]);
  return {
    title: scope.replace(panel.title, {}, 'text'),
    description: scope.replace(panel.description, {}, 'text'),
    asks: known && panel.targets.length > 0,
    request,
    answer,
    notices,
    askAgain,
  };
}
