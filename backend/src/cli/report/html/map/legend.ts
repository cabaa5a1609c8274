import {
  largestRadius,
  MAP_STYLES,
  PLAIN_SHADES,
  radiusOf,
  roundValues,
  sizedBy,
  type PlainShade,
} from '../../../../contract';
import { escapeHtml } from '../../escape';
import { WORDS } from '../../wording';
import { shortText } from '../scales';
import { numberText } from '../values';
import { classColor } from './colors';
import { MAP_BOX, showsCities, type MapPicture, type Scene } from './picture';

/** Height that a circle of the legend may take. */
const ROOM = 36;

/** What the colours and the circles of a map mean, in their unit, and what is not on it. */
export function mapLegend(scene: Scene, picture: MapPicture): string {
  const withCities = showsCities(scene);
  const shaded = !withCities || MAP_STYLES[scene.measure].share;
  const items = [
    ...(shaded ? classItems(scene, picture) : []),
    ...(withCities ? circleItems(scene, picture) : plainItems(scene, picture)),
    ...notesOf(scene, picture).map((note) => `<li class="note">${escapeHtml(note)}</li>`),
  ];
  return `<p class="scale">${escapeHtml(scene.name)}</p><ul class="legend">${items.join('')}</ul>`;
}

function classItems({ measure, unit, language }: Scene, { shading }: MapPicture): string[] {
  return shading.classes.map(({ from, to }, index) => {
    const [low, high] = [from, to].map((value) => shortText(value, unit, language));
    const { fill } = classColor(measure, shading.colors, index);
    return `<li><i class="swatch" style="background:${fill}"></i>${escapeHtml(low === high ? `${low}` : `${low} – ${high}`)}</li>`;
  });
}

function plainItems({ states, language }: Scene, { shading }: MapPicture): string[] {
  const kinds = new Set<string>(states.map((place) => shading.shadeOf(place).kind));
  // What is not in the answer has no customers.
  if (states.length < STATES) kinds.add('absent');
  const words: Record<PlainShade, string> = WORDS[language].shades;
  return PLAIN_SHADES.filter((kind) => kinds.has(kind)).map(
    (kind) => `<li><i class="swatch ${kind}"></i>${escapeHtml(words[kind])}</li>`,
  );
}

/** The states and the Federal District. */
const STATES = 27;

function circleItems({ measure, unit, language }: Scene, { drawn }: MapPicture): string[] {
  const by = sizedBy(measure);
  const largest = Math.max(0, ...drawn.map(({ figures }) => figures[by] ?? 0));
  const most = largest * Math.min(1, ROOM / (2 * largestRadius(MAP_BOX))) ** 2;
  const [ofWhat, unitOf] = by === 'customer_base' ? [` ${WORDS[language].customers}`, ''] : ['', unit];
  return roundValues(largest, most).map((value) => {
    const radius = radiusOf(value, largest, MAP_BOX);
    const size = (2 * radius + 2).toFixed(1);
    const circle = `<svg viewBox="0 0 ${size} ${size}" style="width:${size}px" aria-hidden="true"><circle cx="50%" cy="50%" r="${radius.toFixed(1)}" class="ring"/></svg>`;
    return `<li>${circle}${escapeHtml(shortText(value, unitOf, language) + ofWhat)}</li>`;
  });
}

/** What the map leaves out: risk while no model serves, small cities among many, and those without a place. */
function notesOf(scene: Scene, { drawn, placed, all }: MapPicture): string[] {
  const { states, cities, measure, language } = scene;
  const words = WORDS[language];
  const withCities = showsCities(scene);
  if ((withCities ? cities : states).every(({ figures }) => figures[measure] === null)) return [words.noScores];
  if (!withCities) return [];
  const count = (n: number): string => numberText(n, '', language);
  return [
    ...(drawn.length < placed ? [words.largest(count(drawn.length), count(placed))] : []),
    ...(placed < all ? [words.unplaced(count(all - placed))] : []),
  ];
}
