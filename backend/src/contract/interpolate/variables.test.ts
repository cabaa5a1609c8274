import { expandList, expandText, hasVariable, variableNames, type VariableSource } from './variables';

/** Replaces `$name` and `${name}` as Grafana does: by what the format makes of the value. */
function sourceOf(values: Record<string, unknown>, all: string[] = []): VariableSource {
  return {
    isAll: (name) => all.includes(name),
    replace: (text, format) =>
      text.replace(/\$\{?(\w+)\}?/g, (match, name: string) => (name in values ? format(values[name]) : match)),
  };
}

describe('finding variables', () => {
  it.each([
    ['$state', ['state']],
    ['${state}', ['state']],
    ['${state:csv}', ['state']],
    ['${state.name:raw}', ['state']],
    ['[[state]]-$city', ['state', 'city']],
    ['R$', []],
    ['SP', []],
  ])('%s names %j', (text, names) => {
    expect(variableNames(text)).toEqual(names);
    expect(hasVariable(text)).toBe(names.length > 0);
  });

  it('answers the same when asked twice', () => {
    expect([hasVariable('$a'), hasVariable('$a')]).toEqual([true, true]);
  });
});

describe('expanding one text', () => {
  it('leaves text without variables alone', () => {
    expect(expandText('SP', sourceOf({}))).toEqual(['SP']);
  });

  it('makes one text of each value', () => {
    expect(expandText('$state', sourceOf({ state: ['SP', 'RJ'] }))).toEqual(['SP', 'RJ']);
  });

  it('combines several variables with the text around them', () => {
    expect(expandText('$a-${b}!', sourceOf({ a: ['1', '2'], b: ['x', 'y'] }))).toEqual([
      '1-x!',
      '1-y!',
      '2-x!',
      '2-y!',
    ]);
  });

  it('keeps values that hold commas, quotes and dollars as they are', () => {
    expect(expandText('$category', sourceOf({ category: ['food, drink', 'R$ "x"'] }))).toEqual([
      'food, drink',
      'R$ "x"',
    ]);
  });

  it('stands for everything when the variable is set to all, whatever its values', () => {
    expect(expandText('$state', sourceOf({ state: ['SP', 'RJ'] }, ['state']))).toBeNull();
  });

  it.each(['$__all', 'All'])('stands for everything when a value is %s', (value) => {
    expect(expandText('$state', sourceOf({ state: value }))).toBeNull();
    expect(expandText(value, sourceOf({}))).toBeNull();
  });

  it('leaves an unknown variable for the backend to name', () => {
    expect(expandText('$stat', sourceOf({ state: 'SP' }))).toEqual(['$stat']);
  });

  it.each([[''], [[]], [[null, undefined]]])('is nothing when the variable holds %j', (value) => {
    expect(expandText('$state', sourceOf({ state: value }))).toEqual([]);
  });
});

describe('expanding a list', () => {
  it('names each value once', () => {
    expect(expandList(['SP', '$state'], sourceOf({ state: ['SP', 'RJ'] }))).toEqual(['SP', 'RJ']);
  });

  it('keeps the other values when a variable holds nothing', () => {
    expect(expandList(['SP', '$state'], sourceOf({ state: '' }))).toEqual(['SP']);
  });

  it('filters nothing as soon as one entry stands for everything', () => {
    expect(expandList(['SP', '$state'], sourceOf({ state: ['RJ'] }, ['state']))).toEqual([]);
  });
});
