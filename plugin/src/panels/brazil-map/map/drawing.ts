import { citiesToDraw, placedCities, type LabelLine, type PlacedLabel } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Facts } from '../../../components/picture/facts';
import type { Place } from '../data/model';
import { MEASURE_STYLES, type Measure } from '../measures';
import type { Level, MapOptions } from '../options';
import { shapeOf, STATE_SHAPES } from '../shapes/stateShapes';
import { dotsOf, type Dot } from './dots';
import { stateFacts, totalsOf } from './facts';
import { outlinesOf, projectionFor, type Box, type Extent } from './projection';
import { coloredShading, type ColoredShading, type Shade } from './shading';
import { placeLabel } from './stateLabel';

/** A state as it is drawn. */
export interface StateArea {
  state: string;
  outline: string;
  shade: Shade;
  facts: Facts;
  label?: PlacedLabel;
}

export interface Drawing {
  /** By name. */
  areas: StateArea[];
  dots: Dot[];
  /** The classes of what is shaded: states, or circles where they are shown. */
  shading: ColoredShading;
  /** Cities of the extent that the map shows, and all that there are. */
  shown: { drawn: number; placed: number; all: number };
}

export interface Scene {
  states: readonly Place[];
  cities: readonly Place[];
  measure: Measure;
  level: Level;
  extent: Extent;
  box: Box;
  options: Pick<MapOptions, 'method' | 'showLabels'>;
  theme: GrafanaTheme2;
}

/** What a map shows, in pixels: all states with their shades and labels, and circles for cities. */
export function drawMap(scene: Scene): Drawing {
  const { states, measure, extent, box, options, theme } = scene;
  const withDots = showsCities(scene);
  const projection = projectionFor(box, extent);
  const inExtent = scene.cities.filter(({ state }) => extent === null || state === extent);
  const placed = withDots ? placedCities(inExtent) : [];
  const drawn = citiesToDraw(placed, measure);
  const stateShading = coloredShading(states, measure, options.method, theme);
  const cityShading = coloredShading(drawn, measure, options.method, theme);
  const outlines = outlinesOf(projection);
  const byState = new Map(states.map((place) => [place.state, place]));
  const totals = totalsOf(states);
  const areas = STATE_SHAPES.flatMap(({ properties: { state } }): StateArea[] => {
    const [outline, place] = [outlines.get(state), byState.get(state)];
    if (outline === undefined) return [];
    const shade = stateShading.shadeOf(place);
    return [{ state, outline, shade, facts: stateFacts(state, place, totals) }];
  });
  const labelled = areas.map((area) => ({
    ...area,
    label: labelFor(area, scene, projection, byState.get(area.state)),
  }));
  return {
    areas: labelled.toSorted((one, other) => one.facts.title.localeCompare(other.facts.title)),
    dots: dotsOf(drawn, { projection, box, measure, shading: cityShading, totals: totalsOf(inExtent) }),
    shading: withDots ? cityShading : stateShading,
    shown: { drawn: drawn.length, placed: placed.length, all: inExtent.length },
  };
}

/** True where circles are drawn: when cities are asked for, and within a chosen state. */
export const showsCities = ({ cities, level, extent }: Pick<Scene, 'cities' | 'level' | 'extent'>): boolean =>
  cities.length > 0 && (level === 'cities' || extent !== null);

const NAME: Omit<LabelLine, 'text'> = { size: 12, strong: true };
const SMALL: Omit<LabelLine, 'text'> = { size: 10, strong: true };
const VALUE: Omit<LabelLine, 'text'> = { size: 11, strong: false };

function labelFor(
  { state }: Pick<StateArea, 'state'>,
  scene: Scene,
  projection: ReturnType<typeof projectionFor>,
  place: Place | undefined,
): PlacedLabel | undefined {
  const shape = shapeOf(state);
  // Within a state its own name stands above the map, and circles need the room.
  if (!scene.options.showLabels || !shape || scene.extent === state) return undefined;
  const value = place?.figures[scene.measure] ?? null;
  const name = { ...NAME, text: state };
  const bare = [[name], [{ ...SMALL, text: state }]];
  if (value === null || showsCities(scene)) return placeLabel(shape, projection, bare);
  const amount = { ...VALUE, text: MEASURE_STYLES[scene.measure].short(value) };
  return placeLabel(shape, projection, [
    [name, amount],
    [
      { ...SMALL, text: state },
      { ...amount, size: SMALL.size },
    ],
    ...bare,
  ]);
}
