import type { TypedVariableModel } from '@grafana/data';
import { isAllSelected } from './allSelected';

function variable(name: string, value: string | string[]): TypedVariableModel {
  const shape: Partial<TypedVariableModel> = { name, type: 'query', current: { value, text: value, selected: true } };
  return shape as TypedVariableModel;
}

describe('whether a variable is set to all', () => {
  const variables = [variable('state', ['$__all']), variable('city', 'Campinas'), variable('kind', '$__all')];

  it.each([
    ['state', true],
    ['kind', true],
    ['city', false],
    ['unknown', false],
  ])('%s: %s', (name, all) => {
    expect(isAllSelected(name, {}, variables)).toBe(all);
  });

  it('prefers the value of the panel, which repeats over the values of the variable', () => {
    expect(isAllSelected('state', { state: { value: 'SP', text: 'SP' } }, variables)).toBe(false);
    expect(isAllSelected('city', { city: { value: ['$__all'] } }, variables)).toBe(true);
  });

  it('copes with variables that have no current value', () => {
    const adhoc: Partial<TypedVariableModel> = { name: 'adhoc', type: 'adhoc' };
    expect(isAllSelected('adhoc', {}, [adhoc as TypedVariableModel])).toBe(false);
  });
});
