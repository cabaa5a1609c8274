/** The part of JSON Schema that the REST API describes itself with. */
export interface Schema {
  type?: string | readonly string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: readonly (string | number | null)[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  maxItems?: number;
  default?: string | number | boolean;
  examples?: readonly unknown[];
  items?: Schema;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  oneOf?: readonly Schema[];
}

/** An object that always has all of its properties, and no others. */
export interface RowSchema extends Schema {
  type: 'object';
  required: readonly string[];
  properties: Readonly<Record<string, Schema>>;
}

/** An object with exactly these properties. */
export function row(title: string, properties: Readonly<Record<string, Schema>>): RowSchema {
  return { type: 'object', title, additionalProperties: false, required: Object.keys(properties), properties };
}

export const listOf = (items: Schema, description?: string): Schema => ({ type: 'array', items, description });

export const text = (description: string): Schema => ({ type: 'string', description });
export const integer = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
export const number = (description: string): Schema => ({ type: 'number', description });
/** A share or a probability. */
export const share = (description: string): Schema => ({ type: 'number', minimum: 0, maximum: 1, description });
export const money = (description: string): Schema => ({ type: 'number', description: `${description} In R$.` });
export const moment = (description: string): Schema => ({ type: 'string', format: 'date-time', description });
export const flag = (description: string): Schema => ({ type: 'boolean', description });
export const oneOf = (values: readonly string[], description: string): Schema => ({
  type: 'string',
  enum: values,
  description,
});

/** The same, or null where it is not known. */
export function orNull(schema: Schema): Schema {
  const types = [schema.type ?? []].flat();
  if (types.includes('null')) return schema;
  const type = [...types, 'null'];
  return { ...schema, type, ...(schema.enum ? { enum: [...schema.enum, null] } : {}) };
}
