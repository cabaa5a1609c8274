import { isValueList, labelOf, LISTED_VALUES, type Frame, type ValueList, type ValuesQuery } from '../../contract';
import type { QueryContext } from '../context';
import { nameIn } from '../in-language/frames';
import { customerValues, judgedValues } from './of-customers';
import { lineValues } from './of-lines';
import { valueFrame, type Value } from './value-frame';

/**
 * What a dashboard variable can be set to: the values of a dimension, customers, or what a parameter takes. Narrowed by
 * the query's filters, so that one variable can depend on others.
 */
export async function values(query: ValuesQuery, context: QueryContext): Promise<Frame[]> {
  return [valueFrame(await valuesOf(query, context))];
}

async function valuesOf(query: ValuesQuery, context: QueryContext): Promise<Value[]> {
  const { dimension = 'state' } = query;
  if (isValueList(dimension)) return listed(dimension, query, context);
  if (dimension === 'customer') return customerValues(query, context);
  if (dimension === 'segment' || dimension === 'band') return judgedValues(query, dimension, context);
  return lineValues(query, dimension, context);
}

function listed(list: ValueList, { search = '', limit }: ValuesQuery, { language }: QueryContext): Value[] {
  const sought = search.trim().toLowerCase();
  const all = LISTED_VALUES[list].map((value) => ({ value, text: nameIn(language, labelOf(value)) }));
  return all.filter(({ text }) => text.toLowerCase().includes(sought)).slice(0, limit);
}
