import type { Lens } from '../options';
import type { Choice, Flow } from './model';

/** How many of a flow's customers a lens counts. */
export function countOf(flow: Flow, lens: Lens): number {
  if (lens === 'all') return flow.customers;
  if (lens === 'gone' || lens === 'back') return flow[lens];
  return flow.way === lens ? flow.customers : 0;
}

/** How many customers of some flows a lens counts. */
export const totalOf = (flows: readonly Flow[], lens: Lens): number =>
  flows.reduce((total, flow) => total + countOf(flow, lens), 0);

/** True for a flow of what is chosen, and for every flow while nothing is. */
export const isChosen = ({ from, to }: Pick<Flow, 'from' | 'to'>, choice: Choice): boolean =>
  (choice.from === '' || choice.from === from) && (choice.to === '' || choice.to === to);

export const isNothing = ({ from, to }: Choice): boolean => from === '' && to === '';
