import { readVariable } from '../model/readVariable';
import { isAll, selectedTexts, selectionOf } from './state';

const state = readVariable({ type: 'query', name: 'state', multi: true, includeAll: true });
const grain = readVariable({ type: 'custom', name: 'grain', query: 'Day : day, Month : month' });
const fixed = readVariable({ type: 'constant', name: 'fixed', query: '180' });
const select = (address: Record<string, string[]>, options = {}) =>
  selectionOf({ variables: [state, grain, fixed] }, address, options);

it('selects All, the first option and the constant where nobody says otherwise', () => {
  expect(select({})).toEqual({ state: ['$__all'], grain: ['day'], fixed: ['180'] });
});

it('selects what the address says', () => {
  expect(select({ state: ['SP', 'RJ'], grain: ['month'] })).toMatchObject({ state: ['SP', 'RJ'], grain: ['month'] });
});

it('understands both spellings of All, which excludes single values', () => {
  expect(select({ state: ['All'] }).state).toEqual(['$__all']);
  expect(select({ state: ['SP', '$__all'] }).state).toEqual(['$__all']);
});

it('lets no address change a constant, or give several values to a variable of one', () => {
  expect(select({ fixed: ['1'], grain: ['month', 'day'] })).toMatchObject({ fixed: ['180'], grain: ['month'] });
});

it('has no value for a single choice until its options are known', () => {
  const single = readVariable({ type: 'query', name: 'one' });
  expect(selectionOf({ variables: [single] }, {}, {})).toEqual({ one: [] });
  expect(selectionOf({ variables: [single] }, {}, { one: [{ value: 'a', text: 'A' }] })).toEqual({ one: ['a'] });
});

it('allows an empty text, but no empty choice', () => {
  const box = readVariable({ type: 'textbox', name: 'box', query: 'before' });
  expect(selectionOf({ variables: [box] }, { box: [''] }, {})).toEqual({ box: [''] });
  expect(select({ grain: [''] }).grain).toEqual(['day']);
});

it('shows texts instead of values, and values without a text as they are', () => {
  const selection = { grain: ['month', 'other'] };
  expect(selectedTexts(grain, selection, {})).toEqual(['Month', 'other']);
  expect(selectedTexts(state, { state: ['$__all'] }, {})).toEqual(['All']);
  expect(isAll({ state: ['$__all'] }, 'state')).toBe(true);
  expect(isAll(selection, 'nothing')).toBe(false);
});
