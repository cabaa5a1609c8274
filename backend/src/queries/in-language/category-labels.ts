import { DEFAULT_LANGUAGE, type GenerationSummary, type Language } from '../../contract';
import type { Engine } from '../../warehouse/engine';

const SQL = 'SELECT DISTINCT category, category_local FROM dim_products WHERE category_local IS NOT NULL';

/** What the shop calls its categories, by their keys in the warehouse. */
export type OwnNames = ReadonlyMap<string, string>;

const NONE: OwnNames = new Map();
const kept = new WeakMap<GenerationSummary, OwnNames>();

/** What the shop calls its categories, where its language is the reader's: Portuguese. Kept by generation. */
export async function ownNames(engine: Engine, generation: GenerationSummary, language: Language): Promise<OwnNames> {
  if (language === DEFAULT_LANGUAGE) return NONE;
  const known = kept.get(generation);
  if (known) return known;
  const rows = await engine.rows(SQL, {});
  const names = new Map(rows.map((row) => [String(row.category), String(row.category_local)]));
  kept.set(generation, names);
  return names;
}
