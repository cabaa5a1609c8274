import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { factsText, type Facts } from '../../../components/picture/facts';
import { FactsTooltip } from '../../../components/picture/FactsTooltip';
import { useArrowKeys } from '../../../components/picture/useArrowKeys';
import { isChosen, isNothing } from '../data/lens';
import type { Choice, MovementModel } from '../data/model';
import type { Lens } from '../options';
import { flowFacts, nodeFacts } from '../wording';
import { FONT, labelsOf } from './labels';
import { layout, NODE_WIDTH, pathOf, type FlowNode, type Ribbon } from './layout';
import { segmentColor } from './segmentColor';

interface Props {
  model: MovementModel;
  lens: Lens;
  width: number;
  height: number;
  choice: Choice;
  /** Absent: nothing can be chosen. */
  onChoose?: (choice: Choice) => void;
}

interface Pointed {
  facts: Facts;
  key: string;
  x: number;
  y: number;
}

/** A part of the picture that can be reached and chosen. */
interface Part {
  key: string;
  facts: Facts;
  choice: Choice;
}

const HEAD = 18;
const ROOM = { share: 0.3, least: 84, most: 184 };
const THINNEST_TARGET = 7;

/** The flow between segments then (left) and now (right). */
export function FlowPicture({ model, lens, width, height, choice, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed>();
  const inset = Math.min(ROOM.most, Math.max(ROOM.least, Math.round(width * ROOM.share)));
  const body = height - HEAD;
  const { nodes, ribbons } = useMemo(
    () => layout(model.flows, lens, { width, height: body, inset }),
    [model.flows, lens, width, body, inset],
  );
  const current = useArrowKeys(box, 0);
  const labels = labelsOf(nodes, body, inset);
  const same = ({ from, to }: Choice): boolean => from === choice.from && to === choice.to;
  const propsOf = ({ key, facts, choice: own }: Part, index: number) => ({
    role: onChoose ? 'button' : 'img',
    tabIndex: index === current ? 0 : -1,
    'aria-label': factsText(facts),
    'aria-pressed': onChoose && same(own),
    className: styles.part,
    onMouseMove: ({ clientX, clientY }: MouseEvent) => setPointed({ key, facts, x: clientX, y: clientY }),
    onMouseLeave: () => setPointed(undefined),
    onFocus: ({ currentTarget }: { currentTarget: Element }) => {
      const { left, top, width: wide, height: high } = currentTarget.getBoundingClientRect();
      setPointed({ key, facts, x: left + wide / 2, y: top + high / 2 });
    },
    onBlur: () => setPointed(undefined),
    ...(onChoose && {
      onClick: () => onChoose(same(own) ? { from: '', to: '' } : own),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(same(own) ? { from: '', to: '' } : own);
      },
    }),
  });
  const opacityOf = (ribbon: Ribbon): number => {
    if (pointed?.key === ribbon.flow.key) return 0.85;
    const toldBy = pointed && nodes.find(({ key }) => key === pointed.key);
    if (toldBy) return ribbon.flow[toldBy.side] === toldBy.segment ? 0.75 : 0.12;
    if (isNothing(choice)) return 0.42;
    return isChosen(ribbon.flow, choice) ? 0.75 : 0.1;
  };
  return (
    <div
      ref={box}
      className={styles.box}
      style={{ width, height }}
      role="group"
      aria-label={t('movement.picture', 'Movement between segments')}
    >
      <svg width={width} height={height} className={styles.drawing}>
        <text x={inset + NODE_WIDTH} y={11} textAnchor="end" className={styles.head}>
          {t('movement.then', 'Then')}
        </text>
        <text x={width - inset - NODE_WIDTH} y={11} className={styles.head}>
          {t('movement.now', 'Now')}
        </text>
        <g transform={`translate(0, ${HEAD})`}>
          {ribbons.map((ribbon) => (
            <path
              key={ribbon.flow.key}
              d={pathOf(ribbon)}
              fill="none"
              stroke={segmentColor(ribbon.flow.from, theme)}
              strokeOpacity={opacityOf(ribbon)}
              strokeWidth={Math.max(1, ribbon.thickness)}
            />
          ))}
          {ribbons.map((ribbon, index) => (
            <path
              key={ribbon.flow.key}
              d={pathOf(ribbon)}
              fill="none"
              stroke="transparent"
              strokeWidth={Math.max(THINNEST_TARGET, ribbon.thickness)}
              {...propsOf(partOfFlow(ribbon, model, lens), index)}
            />
          ))}
          {nodes.map((node, index) => (
            <rect
              key={node.key}
              x={node.left}
              y={node.top}
              width={NODE_WIDTH}
              height={node.height}
              fill={segmentColor(node.segment, theme)}
              {...propsOf(partOfNode(node, model), ribbons.length + index)}
            />
          ))}
          {labels.map(({ key, name, count, x, y, anchor }) => (
            <text key={key} x={x} y={y} dy="0.35em" textAnchor={anchor} className={styles.label} aria-hidden="true">
              {name} {count !== '' && <tspan className={styles.count}>{count}</tspan>}
            </text>
          ))}
        </g>
      </svg>
      {pointed && <FactsTooltip {...pointed.facts} x={pointed.x} y={pointed.y} />}
    </div>
  );
}

const partOfFlow = ({ flow }: Ribbon, model: MovementModel, lens: Lens): Part => ({
  key: flow.key,
  facts: flowFacts(flow, model, lens),
  choice: { from: flow.from, to: flow.to },
});

const partOfNode = ({ key, segment, side }: FlowNode, model: MovementModel): Part => ({
  key,
  facts: nodeFacts(segment, side, model),
  choice: side === 'from' ? { from: segment, to: '' } : { from: '', to: segment },
});

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ position: 'relative', flexShrink: 0 }),
  drawing: css({ display: 'block', fontFamily: theme.typography.fontFamily, fontSize: FONT }),
  part: css({
    outline: 'none',
    '&[role=button]': { cursor: 'pointer' },
    'path&:focus-visible': { stroke: theme.colors.text.maxContrast, strokeOpacity: 0.35 },
    'rect&:focus-visible': { stroke: theme.colors.text.maxContrast, strokeWidth: 2 },
    'rect&[aria-pressed=true]': { stroke: theme.colors.text.maxContrast, strokeWidth: 2 },
  }),
  head: css({ fill: theme.colors.text.secondary }),
  label: css({ fill: theme.colors.text.primary, pointerEvents: 'none' }),
  count: css({ fill: theme.colors.text.secondary }),
});
