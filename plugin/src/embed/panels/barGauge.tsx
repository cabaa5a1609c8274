import {
  getFieldDisplayValues,
  ReducerID,
  VizOrientation,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  type PanelProps,
} from '@grafana/data';
import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeSizing,
  BarGaugeValueMode,
  type SingleStatBaseOptions,
} from '@grafana/schema';
import { BarGauge, useTheme2, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';
import React from 'react';
import { alignmentOf, titleSizeFor } from './alignment';
import { Linked } from './linked';
import type { PanelKind } from './panelKind';
import { BY_THRESHOLD } from './thresholds';

interface Options extends SingleStatBaseOptions {
  displayMode: BarGaugeDisplayMode;
  valueMode: BarGaugeValueMode;
  namePlacement: BarGaugeNamePlacement;
  showUnfilled: boolean;
  sizing: BarGaugeSizing;
  minVizWidth: number;
  minVizHeight: number;
  maxVizHeight: number;
}

const DEFAULTS: Options = {
  displayMode: BarGaugeDisplayMode.Gradient,
  valueMode: BarGaugeValueMode.Color,
  namePlacement: BarGaugeNamePlacement.Auto,
  showUnfilled: true,
  sizing: BarGaugeSizing.Auto,
  minVizWidth: 8,
  minVizHeight: 16,
  maxVizHeight: 300,
  orientation: VizOrientation.Auto,
  reduceOptions: { calcs: [ReducerID.lastNotNull], fields: '', values: false },
};

type ItemProps = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

/** Bars with names and values, drawn by Grafana's own BarGauge. */
export function BarGaugePanel(props: PanelProps<Options>) {
  const { data, fieldConfig, options, replaceVariables, timeZone, width, height, renderCounter } = props;
  const theme = useTheme2();
  const orientation =
    options.orientation === VizOrientation.Auto && width <= height ? VizOrientation.Horizontal : options.orientation;
  const getValues = () =>
    getFieldDisplayValues({
      fieldConfig,
      replaceVariables,
      theme,
      timeZone,
      data: data.series,
      reduceOptions: options.reduceOptions,
    });
  const renderValue = ({ value, alignmentFactors, count, ...place }: ItemProps) => (
    <Linked value={value}>
      {({ openMenu, targetClassName }) => (
        <BarGauge
          value={{
            ...value.display,
            title: count === 1 && !options.reduceOptions.values ? undefined : value.display.title,
          }}
          field={value.field}
          display={value.view?.getFieldDisplayProcessor(value.colIndex ?? 0)}
          text={withTitleSize(options.text, titleSizeFor(alignmentFactors?.title ?? '', place.width, place.height))}
          width={place.width}
          height={place.height}
          orientation={place.orientation}
          theme={theme}
          itemSpacing={8}
          lcdCellWidth={10}
          displayMode={options.displayMode}
          valueDisplayMode={options.valueMode}
          namePlacement={options.namePlacement}
          showUnfilled={options.showUnfilled}
          alignmentFactors={alignmentFactors}
          isOverflow={false}
          onClick={openMenu}
          className={targetClassName}
        />
      )}
    </Linked>
  );
  const fixed = options.sizing === BarGaugeSizing.Manual;
  return (
    <VizRepeater
      getValues={getValues}
      getAlignmentFactors={alignmentOf}
      renderValue={renderValue}
      width={width}
      height={height}
      source={data}
      itemSpacing={8}
      renderCounter={renderCounter}
      orientation={orientation}
      minVizWidth={fixed ? options.minVizWidth : DEFAULTS.minVizWidth}
      minVizHeight={fixed ? options.minVizHeight : DEFAULTS.minVizHeight}
      maxVizHeight={fixed ? options.maxVizHeight : DEFAULTS.maxVizHeight}
    />
  );
}

type Text = Options['text'];

const withTitleSize = (text: Text, titleSize: number | undefined): Text =>
  titleSize === undefined ? text : { titleSize, ...text };

export const barGauge: PanelKind = { component: BarGaugePanel, options: { ...DEFAULTS }, fieldConfig: BY_THRESHOLD };
