import { css } from '@emotion/css';
import type { DataFrame } from '@grafana/data';
import { t } from '../../../language/t';
import React, { useEffect, useState } from 'react';
import { Message } from '../../../components/panel/Message';
import { Summary, summaryHeight } from '../../../components/panel/Summary';
import { csvName, download, framesToCsv } from '../../../format/csv';
import type { ValueCell, ValueModel } from '../data/model';
import { CellList } from '../list/CellList';
import { Matrix } from '../matrix/Matrix';
import type { Measure, ValueOptions, View } from '../options';
import { ValueTable } from '../table/ValueTable';
import type { ValueViewProps } from '../ValueView';
import { summaryText } from '../wording';
import { divide, isTooSmall, type Parts } from './divide';
import { Toolbar } from './Toolbar';

interface Props extends Omit<ValueViewProps, 'data'> {
  model: ValueModel;
  frames: DataFrame[];
}

const styles = {
  column: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  row: css({ display: 'flex', gap: 12, minHeight: 0 }),
  stack: css({ display: 'flex', flexDirection: 'column', gap: 12, minHeight: 0 }),
};

/** The matrix or its figures, and the customers of the chosen cell; of the one to act on first while none is chosen. */
export function ReadyView(props: Props) {
  const { model, frames, options, width, height } = props;
  const { view, setView, measure, setMeasure } = useShown(options);
  if (isTooSmall(width, height)) {
    return (
      <Message icon="users-alt" title={t('value.small', 'Make the panel larger')} width={width} height={height}>
        {summaryText(model)}
      </Message>
    );
  }
  const chosen = model.cells.find(({ key }) => key === props.selected);
  const withList = options.showList && props.ask !== undefined;
  const sentence = options.showSummary ? summaryText(model) : '';
  const summary = sentence === '' ? 0 : summaryHeight(sentence, width);
  const parts = divide({ width, height, summary, withList, chosen: chosen !== undefined });
  return (
    <div className={styles.column} style={{ width, height }}>
      {parts.toolbar > 0 && (
        <Toolbar
          width={width}
          measure={measure}
          asTable={view === 'table'}
          onMeasure={setMeasure}
          onTable={(asTable) => setView(asTable ? 'table' : 'matrix')}
          onExport={() => download(csvName(`value at risk ${model.asOf ?? ''}`), framesToCsv(frames))}
        />
      )}
      {parts.summary > 0 && <Summary text={sentence} height={parts.summary} />}
      <Body {...props} {...{ view, measure, parts, chosen }} />
    </div>
  );
}

interface BodyProps extends Omit<Props, 'width' | 'height'> {
  view: View;
  measure: Measure;
  parts: Parts;
  chosen: ValueCell | undefined;
}

/** The picture and the list, beside or below each other, or one in the place of the other. */
function Body({ model, options, onSelect, ask, customerLink, view, measure, parts, chosen }: BodyProps) {
  const clear = onSelect && (() => onSelect('', ''));
  const choose = onSelect && ((cell: ValueCell) => (cell === chosen ? clear?.() : onSelect(cell.value, cell.band)));
  const { place, ...listBox } = parts.list;
  const common = { model, selected: chosen?.key, onChoose: choose, ...parts.picture };
  const listed = place === 'none' ? undefined : (chosen ?? firstOf(model));
  return (
    <div className={place === 'beside' ? styles.row : styles.stack}>
      {place !== 'instead' &&
        (view === 'table' ? <ValueTable {...common} /> : <Matrix {...common} measure={measure} />)}
      {listed && ask && (
        <CellList
          cell={listed}
          chosen={listed === chosen}
          rows={options.rows}
          onClose={clear}
          {...{ model, ask, customerLink, ...listBox }}
        />
      )}
    </div>
  );
}

const firstOf = ({ cells }: ValueModel): ValueCell | undefined => cells.find(({ priority }) => priority === 1);

/** What is shown: as the options say until the viewer switches, and again when they change. */
function useShown(options: ValueOptions) {
  const [view, setView] = useState(options.view);
  const [measure, setMeasure] = useState(options.measure);
  useEffect(() => setView(options.view), [options.view]);
  useEffect(() => setMeasure(options.measure), [options.measure]);
  return { view, setView, measure, setMeasure };
}
