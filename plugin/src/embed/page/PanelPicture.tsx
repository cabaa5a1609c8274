import { applyFieldOverrides, EventBusSrv, type AbsoluteTimeRange, type PanelData } from '@grafana/data';
import { PanelContextProvider, useTheme2, type PanelContext } from '@grafana/ui';
import React, { useMemo, useRef, type ReactNode } from 'react';
import { currentLanguage } from '../../language/current';
import { withDefaults } from '../data/fieldConfig';
import { withPlainDays } from '../data/days';
import { fieldConfigRegistry } from '../data/fieldConfigRegistry';
import { asGrafanaRequest } from '../data/grafanaRequest';
import { writeInNotation } from '../data/notation';
import { changeQuery } from '../host/location';
import type { PanelKind } from '../panels/panelKind';
import { FitHeight } from './FitHeight';
import { FitScrolled } from './FitScrolled';
import type { PanelBodyProps } from './PanelBody';
import { useSeriesVisibility } from './useSeriesVisibility';

type Props = PanelBodyProps & { kind: PanelKind };

const eventBus = new EventBusSrv();
const ignore = () => undefined;

/** Hands the answer to the panel type's component, as Grafana does: with field configuration, links and formats applied. */
export function PanelPicture(props: Props) {
  const { panel, title, kind, answer, request, scope, width, height, view } = props;
  const theme = useTheme2();
  const visibility = useSeriesVisibility();
  const own = view === 'picture';
  const fieldConfig = useMemo(
    () => visibility.apply(withDefaults(panel.fieldConfig, kind.fieldConfig)),
    [panel.fieldConfig, kind, visibility],
  );
  const options = useMemo(() => ({ ...kind.options, ...(own ? panel.options : {}) }), [kind, panel.options, own]);
  const structure = useRef(0);
  const data = useMemo<PanelData>(() => {
    const series = applyFieldOverrides({
      data: view === 'table' || panel.type === 'table' ? withPlainDays(answer.frames, scope.timeZone) : answer.frames,
      fieldConfig,
      fieldConfigRegistry: fieldConfigRegistry(fieldConfig),
      replaceVariables: scope.replace,
      theme,
      timeZone: scope.timeZone,
    });
    writeInNotation(currentLanguage(), series);
    return {
      state: answer.state,
      series,
      structureRev: ++structure.current,
      timeRange: scope.range,
      request: request && asGrafanaRequest(request, scope),
    };
  }, [answer, request, fieldConfig, panel.type, scope, theme, view]);
  const context = useMemo<PanelContext>(
    () => ({ eventsScope: 'global', eventBus, onToggleSeriesVisibility: visibility.toggle }),
    [visibility],
  );
  const Picture = (scope.onPaper ? kind.onPaper : undefined) ?? kind.component;
  const picture = (
    <Picture
      id={panel.id}
      title={title}
      data={data}
      timeRange={scope.range}
      timeZone={scope.timeZone}
      options={options}
      fieldConfig={fieldConfig}
      transparent={panel.transparent}
      width={width}
      height={height}
      renderCounter={answer.revision}
      eventBus={eventBus}
      replaceVariables={scope.replace}
      onOptionsChange={ignore}
      onFieldConfigChange={ignore}
      onChangeTimeRange={zoom}
    />
  );
  return <PanelContextProvider value={context}>{fitted(props, picture)}</PanelContextProvider>;
}

/** Asks for more height where a picture is cut off otherwise: a text that wraps, and on paper whatever scrolls on screen. */
function fitted({ panel, kind, scope, height, onNeededHeight }: Props, picture: ReactNode): ReactNode {
  if (panel.type === 'text' || (scope.onPaper && kind.onPaper))
    return <FitHeight {...{ height, onNeededHeight }}>{picture}</FitHeight>;
  return scope.onPaper && kind.scrolls ? <FitScrolled onNeededHeight={onNeededHeight}>{picture}</FitScrolled> : picture;
}

function zoom({ from, to }: AbsoluteTimeRange): void {
  changeQuery({ from: Math.round(from), to: Math.round(to) });
}
