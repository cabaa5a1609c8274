import {
  BRAZIL_STATES,
  citiesToDraw,
  placedCities,
  radiusOf,
  shadingOf,
  sizedBy,
  stateName,
  MAP_STYLES,
  type LabelLine,
  type Language,
  type Shading,
} from '../../../../contract';
import { escapeHtml } from '../../escape';
import { WORDS } from '../../wording';
import { shortText } from '../scales';
import { numberText } from '../values';
import { classColor } from './colors';
import { labelSvg, placeLabel } from './labels';
import type { MapSettings, Place } from './places';
import { pathOf, projectInto, type Box, type Projected, type StateRings } from './projection';

/** Brazil is about as wide as it is high; about as wide as half a page, so that texts keep their size. */
export const MAP_BOX: Box = { width: 460, height: 460 };

export interface Scene extends MapSettings {
  states: readonly Place[];
  cities: readonly Place[];
  /** What the measure is called, and its unit. */
  name: string;
  unit: string;
  language: Language;
}

/** A map as SVG, with what its legend tells. */
export interface MapPicture {
  svg: string;
  /** Of what is shaded: states, or the circles of cities. */
  shading: Shading;
  /** Cities that are drawn as circles. */
  drawn: readonly Place[];
  /** Cities that were asked for in what is looked at, and those of them whose place is known. */
  all: number;
  placed: number;
}

/** The one state that is looked at from near; null: all of Brazil. */
export function extentOf({ chosen: [only, another] }: Pick<Scene, 'chosen'>): string | null {
  return only !== undefined && another === undefined && Object.hasOwn(BRAZIL_STATES, only) ? only : null;
}

/** Whether circles are drawn: where cities are asked for, and within the one state that is chosen. */
export const showsCities = (scene: Pick<Scene, 'chosen' | 'cities' | 'level' | 'states'>): boolean =>
  scene.cities.length > 0 && (scene.level === 'cities' || scene.states.length === 0 || extentOf(scene) !== null);

/** The map that the panel shows before anybody touches it. */
export function drawMap(scene: Scene): MapPicture {
  const extent = extentOf(scene);
  const withCities = showsCities(scene);
  const projected = projectInto(MAP_BOX, extent);
  const inExtent = scene.cities.filter(({ state }) => extent === null || state === extent);
  const placed = withCities ? placedCities(inExtent) : [];
  const drawn = citiesToDraw(placed, scene.measure);
  const shading = shadingOf(withCities ? drawn : scene.states, scene.measure, scene.method);
  const parts = withCities
    ? [groundSvg(projected, extent), circlesSvg(drawn, projected, scene, shading)]
    : [areasSvg(projected, scene, shading)];
  const label = WORDS[scene.language].map(scene.name);
  const svg = `<svg viewBox="0 0 ${MAP_BOX.width} ${MAP_BOX.height}" class="map" role="img" aria-label="${escapeHtml(label)}">${HATCHING}${parts.join('')}</svg>`;
  return { svg, shading, drawn, all: inExtent.length, placed: placed.length };
}

/** The ground of states without customers, which must not be taken for the palest colour. */
const HATCHING =
  '<defs><pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="paper"/><path d="M0 0V6" class="hatch"/></pattern></defs>';

function areasSvg({ states }: Projected, scene: Scene, shading: Shading): string {
  const byState = new Map(scene.states.map((place) => [place.state, place]));
  const away = (state: string): boolean => scene.chosen.length > 0 && !scene.chosen.includes(state);
  const areas = states.map((area) => {
    const place = byState.get(area.state);
    const shade = shading.shadeOf(place);
    const fill = shade.kind === 'class' ? classColor(scene.measure, shading.colors, shade.index).fill : undefined;
    const style = fill === undefined ? '' : ` style="fill:${fill}"`;
    const classes = ['area', ...(fill === undefined ? [shade.kind] : []), ...(away(area.state) ? ['away'] : [])];
    return `<path d="${pathOf(area.rings)}" class="${classes.join(' ')}"${style}><title>${escapeHtml(factOf(titleOf(area.state, place), place, scene))}</title></path>`;
  });
  const chosen = states.filter(({ state }) => scene.chosen.includes(state));
  const outlines = chosen.map(({ rings }) => `<path d="${pathOf(rings)}" class="chosen"/>`);
  const labels = states.map((area) => {
    const place = byState.get(area.state);
    const shade = shading.shadeOf(place);
    const isShaded = shade.kind === 'class' && !away(area.state);
    const ink = isShaded ? ` style="fill:${classColor(scene.measure, shading.colors, shade.index).ink}"` : '';
    return labelOf(area, place, scene, `class="state"${ink}`);
  });
  return `${areas.join('')}${outlines.join('')}<g aria-hidden="true">${labels.join('')}</g>`;
}

const NAME: Omit<LabelLine, 'text'> = { size: 13, strong: true };
const SMALL: Omit<LabelLine, 'text'> = { size: 11, strong: true };

/** The code of a state and what it is worth, as far as both fit. */
function labelOf(area: StateRings, place: Place | undefined, { measure, unit, language }: Scene, as: string): string {
  const { state } = area;
  const bare = [[{ ...NAME, text: state }], [{ ...SMALL, text: state }]];
  const value = place?.figures[measure] ?? null;
  const text = value === null ? '' : escapeHtml(shortText(value, unit, language));
  const full = [NAME, SMALL].map((line) => [
    { ...line, text: state },
    { text, size: line.size - 1, strong: false },
  ]);
  const placed = placeLabel(area, text === '' ? bare : [...full, ...bare]);
  return placed ? labelSvg(placed, as) : '';
}

const titleOf = (state: string, place: Place | undefined): string => `${place?.name ?? stateName(state)} (${state})`;

/** States without a shade, where circles are what counts. */
function groundSvg({ states }: Projected, extent: string | null): string {
  const areas = states.map(({ state, rings }) => {
    return `<path d="${pathOf(rings)}" class="ground${state === extent ? ' near' : ''}"/>`;
  });
  return areas.join('');
}

function circlesSvg(cities: readonly Place[], { place }: Projected, scene: Scene, shading: Shading): string {
  const { measure } = scene;
  const by = sizedBy(measure);
  const largest = Math.max(0, ...cities.map(({ figures }) => figures[by] ?? 0));
  const circles = cities.flatMap((city) => {
    if (city.at === null) return [];
    const [x, y] = place(city.at);
    const radius = radiusOf(city.figures[by] ?? 0, largest, MAP_BOX);
    const title = escapeHtml(factOf(`${city.name} (${city.state})`, city, scene));
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" style="fill:${circleColor(city, scene, shading)}"><title>${title}</title></circle>`;
  });
  return `<g class="circles">${circles.join('')}</g>`;
}

/** Where the area says how much, a scale of colours would say it twice. */
function circleColor(city: Place, { measure }: Scene, shading: Shading): string {
  const { share, color } = MAP_STYLES[measure];
  const shade = shading.shadeOf(city);
  return share && shade.kind === 'class' ? classColor(measure, shading.colors, shade.index).fill : color;
}

/** What a place says when it is pointed at. */
function factOf(title: string, place: Place | undefined, { measure, name, unit, language }: Scene): string {
  if (place === undefined) return `${title}: ${WORDS[language].noCustomers}`;
  const value = place.figures[measure];
  return `${title}: ${name} ${value === null ? '–' : numberText(value, unit, language)}`;
}
