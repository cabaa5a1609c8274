import { css } from '@emotion/css';
import type { DataFrame } from '@grafana/data';
import { t } from '../../../language/t';
import React, { useEffect, useMemo, useState } from 'react';
import { CustomersBehind } from '../../../components/customers/CustomersBehind';
import { useList } from '../../../components/customers/useList';
import { FigureButtons } from '../../../components/panel/FigureButtons';
import { Message } from '../../../components/panel/Message';
import { Summary, summaryHeight } from '../../../components/panel/Summary';
import { csvName, download, framesToCsv } from '../../../format/csv';
import { isChosen, isNothing, totalOf } from '../data/lens';
import type { Choice, MovementModel } from '../data/model';
import { FlowPicture } from '../flow/FlowPicture';
import { flowQuery } from '../list/flowQuery';
import type { MovementViewProps } from '../MovementView';
import type { Lens, MovementOptions } from '../options';
import { FlowTable } from '../table/FlowTable';
import { choiceText, lensText, summaryText } from '../wording';
import { divide, isTooSmall, LABELS_FIT } from './divide';
import { chipTexts, LensBar } from './LensBar';

interface Props extends Omit<MovementViewProps, 'data'> {
  model: MovementModel;
  frames: DataFrame[];
}

const NOTHING: Choice = { from: '', to: '' };

const styles = {
  column: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  toolbar: css({ display: 'flex', alignItems: 'start', gap: 8, flexShrink: 0 }),
};

/** The flow or its figures, and the customers behind what is chosen of it. */
export function ReadyView({ model, frames, options, width, height, choice, onChoose, ask, customerLink }: Props) {
  const { view, setView, lens, setLens } = useShown(options);
  const wantsList = options.showList && ask !== undefined && isNarrowed(choice, lens, options);
  const lenses = chipTexts(model);
  const sentence = summaryText(model);
  const summary = options.showSummary ? summaryHeight(sentence, width) : 0;
  const parts = divide({ width, height, summary, withList: wantsList, lenses });
  const chosen = model.flows.filter((flow) => isChosen(flow, choice));
  const behind = totalOf(chosen, lens);
  const query = useMemo(
    () => (wantsList && behind > 0 ? flowQuery(choice, lens, model, options.rows) : undefined),
    [wantsList, behind, choice, lens, model, options.rows],
  );
  const list = useList(ask, query);

  if (isTooSmall(width, height)) {
    return (
      <Message icon="users-alt" title={t('movement.small', 'Make the panel larger')} width={width} height={height}>
        {sentence}
      </Message>
    );
  }
  const close = (): void => {
    setLens(options.lens);
    if (!isNothing(choice)) onChoose?.(NOTHING);
  };
  const common = { model, lens, width, height: parts.picture, choice, onChoose };
  return (
    <div className={styles.column} style={{ width, height }}>
      {parts.toolbar > 0 && (
        <div className={styles.toolbar} style={{ height: parts.toolbar }}>
          <LensBar model={model} lens={lens} onLens={setLens} />
          <FigureButtons
            asTable={view === 'table'}
            withLabels={width >= LABELS_FIT}
            onTable={(asTable) => setView(asTable ? 'table' : 'flow')}
            onExport={() => download(csvName(`segment movement ${model.asOf ?? ''}`), framesToCsv(frames))}
          />
        </div>
      )}
      {parts.summary > 0 && <Summary text={sentence} height={parts.summary} />}
      {parts.place !== 'instead' && (view === 'table' ? <FlowTable {...common} /> : <FlowPicture {...common} />)}
      {parts.place !== 'none' && (
        <CustomersBehind
          title={titleOf(choice, lens)}
          customers={behind}
          list={query ? list : { ...list, state: 'answered' }}
          customerLink={customerLink}
          width={width}
          height={parts.list}
          onClose={close}
        />
      )}
    </div>
  );
}

/** True once the reader has chosen a flow, a segment or another way of moving. */
const isNarrowed = (choice: Choice, lens: Lens, options: MovementOptions): boolean =>
  !isNothing(choice) || lens !== options.lens;

/** What is shown: as the options say until the viewer switches, and again when they change. */
function useShown(options: MovementOptions) {
  const [view, setView] = useState(options.view);
  const [lens, setLens] = useState(options.lens);
  useEffect(() => setView(options.view), [options.view]);
  useEffect(() => setLens(options.lens), [options.lens]);
  return { view, setView, lens, setLens };
}

function titleOf(choice: Choice, lens: Lens): string {
  if (lens === 'all') return choiceText(choice);
  return isNothing(choice) ? lensText(lens) : `${choiceText(choice)} · ${lensText(lens)}`;
}
