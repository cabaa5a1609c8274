import {
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  ReducerID,
  VizOrientation,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  type PanelProps,
} from '@grafana/data';
import { PercentChangeColorMode, type SingleStatBaseOptions } from '@grafana/schema';
import {
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  useTheme2,
  VizRepeater,
  type VizRepeaterRenderValueProps,
} from '@grafana/ui';
import React from 'react';
import { Linked } from './linked';
import type { PanelKind } from './panelKind';
import { BY_THRESHOLD } from './thresholds';

interface Options extends SingleStatBaseOptions {
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  justifyMode: BigValueJustifyMode;
  textMode: BigValueTextMode;
  percentChangeColorMode: PercentChangeColorMode;
  showPercentChange: boolean;
  wideLayout: boolean;
}

const DEFAULTS: Options = {
  colorMode: BigValueColorMode.Value,
  graphMode: BigValueGraphMode.Area,
  justifyMode: BigValueJustifyMode.Auto,
  textMode: BigValueTextMode.Auto,
  percentChangeColorMode: PercentChangeColorMode.Standard,
  showPercentChange: false,
  wideLayout: true,
  orientation: VizOrientation.Auto,
  reduceOptions: { calcs: [ReducerID.lastNotNull], fields: '', values: false },
};

type ItemProps = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

/** Big numbers with a sparkline, drawn by Grafana's own BigValue. */
export function StatPanel(props: PanelProps<Options>) {
  const { data, fieldConfig, options, replaceVariables, timeZone, width, height, renderCounter } = props;
  const theme = useTheme2();
  const getValues = () =>
    getFieldDisplayValues({
      fieldConfig,
      replaceVariables,
      theme,
      timeZone,
      data: data.series,
      reduceOptions: options.reduceOptions,
      sparkline: options.graphMode !== BigValueGraphMode.None,
      percentChange: options.showPercentChange,
    });
  const renderValue = ({ value, alignmentFactors, count, ...size }: ItemProps) => (
    <Linked value={value}>
      {({ openMenu, targetClassName }) => (
        <BigValue
          value={value.display}
          count={count}
          sparkline={value.sparkline}
          colorMode={options.colorMode}
          graphMode={options.graphMode}
          justifyMode={options.justifyMode}
          textMode={options.textMode}
          percentChangeColorMode={options.percentChangeColorMode}
          disableWideLayout={!options.wideLayout}
          alignmentFactors={alignmentFactors}
          text={options.text}
          width={size.width}
          height={size.height}
          theme={theme}
          onClick={openMenu}
          className={targetClassName}
          hasLinks={value.hasLinks}
        />
      )}
    </Linked>
  );
  return (
    <VizRepeater
      getValues={getValues}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={renderValue}
      width={width}
      height={height}
      source={data}
      itemSpacing={3}
      autoGrid
      renderCounter={renderCounter}
      orientation={options.orientation}
    />
  );
}

export const stat: PanelKind = {
  component: StatPanel,
  options: { ...DEFAULTS },
  fieldConfig: BY_THRESHOLD,
  noPadding: true,
};
