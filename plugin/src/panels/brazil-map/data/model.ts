import type { PlaceFigures } from '@contract';
import type { DataFrame, LinkModel } from '@grafana/data';

export type Figures = PlaceFigures;

/** A state or a city with its figures. */
export interface Place {
  key: string;
  /** As people write it: `São Paulo`, `Belo Horizonte`. */
  name: string;
  /** Two-letter code of the state that it is or lies in. */
  state: string;
  /** Longitude and latitude in degrees; null where the place is not known, and for states. */
  at: [number, number] | null;
  figures: Figures;
  /** Data links of the field that names the place. */
  links: LinkModel[];
  /** Its row in the frame. */
  row: number;
}

export interface PlaceList {
  places: Place[];
  frame: DataFrame;
}

export interface MapModel {
  states: PlaceList | null;
  cities: PlaceList | null;
  /** The last day that the answer knows of, `YYYY-MM-DD`, where it says so. */
  asOf?: string;
}

/** What a panel's frames hold. */
export type MapReading = { state: 'ready'; model: MapModel } | { state: 'empty' } | { state: 'missing'; field: string };
