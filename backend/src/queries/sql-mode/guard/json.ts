import { QueryError } from '../../../contract';

/** Values of DuckDB's serialised syntax tree. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A field that holds an object, or nothing. */
export function objectIn(parent: JsonObject, key: string): JsonObject | undefined {
  const value = parent[key];
  return isObject(value) ? value : undefined;
}

/** A field that holds text, or an empty text. */
export function textIn(parent: JsonObject, key: string): string {
  const value = parent[key];
  return typeof value === 'string' ? value : '';
}

/** The objects in a field that holds a list; nothing for another field. */
export function objectsIn(parent: JsonObject, key: string): JsonObject[] {
  const value = parent[key];
  return isList(value) ? value.filter(isObject) : [];
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The refusal of a tree that is not shaped as the trees this guard knows: what is not known is not let through. */
export function unreadable(what: string): QueryError {
  return new QueryError(`The SQL uses something that the check does not know (${what}). Write it in another way.`);
}
