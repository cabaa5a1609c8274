import { css } from '@emotion/css';
import React from 'react';
import { csvName, download } from '../../../format/csv';
import type { MapModel, Place } from '../data/model';
import type { Extent } from '../map/projection';
import { MEASURES, type Measure } from '../measures';
import type { MapOptions } from '../options';
import { sortPlaces } from '../table/columns';
import { PlaceTable } from '../table/PlaceTable';
import { BackButton } from './BackButton';
import { divide, isTooSmall } from './divide';
import { placesToCsv } from './exportPlaces';
import { extentOf, listedIn } from './listed';
import { MapBody } from './MapBody';
import { Toolbar } from './Toolbar';
import { useFocusAfterMove } from './useFocusAfterMove';
import { useViewState } from './useViewState';

interface Props {
  model: MapModel;
  options: MapOptions;
  width: number;
  height: number;
  selected: readonly string[];
  onSelect: (state: string | null) => void;
}

const column = css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' });

/** The map or the table with what goes around it: a toolbar above, a legend beside or below, each where there is room. */
export function ReadyView({ model, options, width, height, selected, onSelect }: Props) {
  const view = useViewState(options);
  const extent = extentOf(selected);
  const { frame, back, expectMove } = useFocusAfterMove(extent);
  const listed = listedIn(model, view.level, extent);
  const { list, withCities } = listed;
  const sorted = sortPlaces(list.places, view.sorting);
  const small = isTooSmall(width, height);
  const withTable = view.asTable || small;
  const parts = divide({
    width,
    height,
    withLegend: options.showLegend && !withTable,
    zoomed: extent !== null && !small,
  });
  const choose = (state: string | null) => {
    expectMove(state ?? extent);
    onSelect(state === extent ? null : state);
  };
  return (
    <div ref={frame} className={column} style={{ width, height }}>
      {parts.toolbar > 0 && (
        <Toolbar
          width={width}
          measure={view.measure}
          measures={knownMeasures(list.places)}
          level={hasBoth(model) ? listed.level : undefined}
          asTable={view.asTable}
          onMeasure={view.setMeasure}
          onLevel={view.setLevel}
          onTable={view.setAsTable}
          onExport={() => download(fileName(model, withCities, extent), placesToCsv(list, sorted))}
        >
          {extent !== null && <BackButton ref={back} state={extent} width={width} onBack={() => choose(null)} />}
        </Toolbar>
      )}
      {withTable ? (
        <PlaceTable
          places={sorted}
          cities={withCities}
          selected={selected}
          sorting={view.sorting}
          height={height - parts.toolbar}
          onSort={view.setSorting}
          onChoose={choose}
        />
      ) : (
        <MapBody
          states={listed.states}
          cities={listed.cities}
          measure={view.measure}
          level={listed.level}
          extent={extent}
          options={options}
          parts={parts}
          selected={selected}
          withDots={withCities}
          onChoose={choose}
        />
      )}
    </div>
  );
}

const hasBoth = ({ states, cities }: MapModel): boolean => states !== null && cities !== null;

const knownMeasures = (places: readonly Place[]): Measure[] =>
  MEASURES.filter((one) => places.some(({ figures }) => figures[one] !== null));

const fileName = ({ asOf }: MapModel, withCities: boolean, extent: Extent): string =>
  csvName(['brazil', extent ?? '', withCities ? 'cities' : 'states', asOf ?? ''].filter(Boolean).join(' '));
