import { useMemo } from 'react';
import { useList, type AskedList } from '../../../components/customers/useList';
import type { LifecycleModel } from '../data/model';
import type { LifecycleViewProps } from '../LifecycleView';
import { chosenPart, listQuery, type ChosenPart } from './chosenPart';

/** The customers behind what is chosen. */
export interface Behind {
  part: ChosenPart;
  list: AskedList;
}

type Asked = Pick<LifecycleViewProps, 'options' | 'chosen' | 'onChoose' | 'ask'>;

/** Asks for the customers behind what is chosen; undefined where nobody is, or nobody can be asked. */
export function useCustomers(model: LifecycleModel, { options, chosen, onChoose, ask }: Asked): Behind | undefined {
  const { showList, rows } = options;
  const part = useMemo(() => (chosen ? chosenPart(model, chosen) : undefined), [model, chosen]);
  const wanted = onChoose !== undefined && showList && part !== undefined && part.customers > 0;
  const query = useMemo(
    () => (wanted && part ? listQuery(part, model.grain, rows) : undefined),
    [wanted, part, model.grain, rows],
  );
  const list = useList(ask, query);
  return ask && query && part ? { part, list } : undefined;
}
