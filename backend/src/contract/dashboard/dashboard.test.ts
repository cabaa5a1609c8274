import { DAY_MS, startOf } from '../time-range';
import { momentOf, rangeBetween, rangeShown } from './moments';
import { readSavedDashboard } from './saved';
import { choicesSource, choose, titleWith } from './selection';
import { interpolateSaved } from '../interpolate';

const NOW = Date.UTC(2018, 5, 13, 10, 30);

describe('a moment', () => {
  it.each([
    ['1514764800000', '2018-01-01T00:00:00.000Z'],
    ['2018-02-03', '2018-02-03T00:00:00.000Z'],
    ['2018-02-03T04:05:06Z', '2018-02-03T04:05:06.000Z'],
    ['now', '2018-06-13T10:30:00.000Z'],
    ['now-90d', '2018-03-15T10:30:00.000Z'],
    ['now-1M', '2018-05-13T10:30:00.000Z'],
    ['now+1y', '2019-06-13T10:30:00.000Z'],
    ['now-12h', '2018-06-12T22:30:00.000Z'],
    ['now/d', '2018-06-13T00:00:00.000Z'],
    ['now-1w/w', '2018-06-03T00:00:00.000Z'],
    ['now/M', '2018-06-01T00:00:00.000Z'],
    ['now/y', '2018-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, moment) => {
    expect(new Date(momentOf(text, false, NOW) ?? NaN).toISOString()).toBe(moment);
  });

  it('is rounded up at the end of a range', () => {
    expect(momentOf('now-1M/M', true, NOW)).toBe(startOf('2018-06-01') - 1);
  });

  it.each(['', 'yesterday', '2018-02-30', '2018', 'now-', 'now-1x', 'now-90d; DROP', '1e9', '2018-13-01T00:00:00Z'])(
    '%j is none',
    (text) => {
      expect(momentOf(text, false, NOW)).toBeUndefined();
    },
  );
});

describe('the range that is shown', () => {
  const days = { firstDay: '2017-01-05', lastDay: '2018-08-30' };
  const own = { from: '2018-01-01', to: '2018-07-01' };
  const whole = { from: startOf('2017-01-05'), to: startOf('2018-09-01') };

  it('is what is asked for, also by one end', () => {
    expect(rangeShown({ from: '2018-03-01' }, own, days, NOW)).toEqual({
      from: startOf('2018-03-01'),
      to: startOf('2018-07-01'),
    });
  });

  it('is the dashboard’s own, else all of the data', () => {
    const saved = { from: startOf('2018-01-01'), to: startOf('2018-07-01') };
    expect(rangeShown({}, own, days, NOW)).toEqual(saved);
    expect(rangeShown({ from: 'x' }, own, days, NOW)).toEqual(saved);
    expect(rangeShown({}, { from: '2010-01-01', to: '2010-02-01' }, days, NOW)).toEqual(whole);
    expect(rangeShown({}, { from: 'x', to: 'y' }, days, NOW)).toEqual(whole);
    expect(rangeShown({}, { from: 'x', to: 'y' }, undefined, NOW)).toEqual({ from: 0, to: NOW });
  });

  it('ends after it begins', () => {
    expect(rangeBetween('2018-02-01', '2018-01-01', NOW)).toBeUndefined();
    expect(rangeBetween('now-1d', 'now', NOW)).toEqual({ from: NOW - DAY_MS, to: NOW });
  });
});

describe('a saved dashboard', () => {
  const dashboard = readSavedDashboard({
    uid: 'shop',
    templating: {
      list: [
        { type: 'query', name: 'state', multi: true, includeAll: true, current: { value: ['$__all'] } },
        { type: 'query', name: 'segment', query: { kind: 'values' } },
        { type: 'textbox', name: 'customer', query: 'abc' },
        { type: 'constant', name: 'fixed', query: '7' },
        { type: 'custom', name: 'size', includeAll: true, allValue: '.*' },
      ],
    },
    panels: [
      { id: 1, type: 'row', panels: [{ id: 2, targets: [{ kind: 'kpis' }, { kind: 'sales', hide: true }, 7] }] },
      'no panel',
    ],
  });

  it('has Grafana’s defaults where it says nothing', () => {
    expect(readSavedDashboard(null)).toMatchObject({ uid: '', title: 'Dashboard', panels: [], variables: [] });
  });

  it('has the panels of its rows, with the queries that are not switched off', () => {
    expect(dashboard.panels.map(({ id, targets }) => [id, targets])).toEqual([[2, [{ kind: 'kpis', refId: 'A' }]]]);
  });

  const choices = (chosen: Record<string, string[]>) => choose(dashboard.variables, chosen);

  it('takes choices only where a reader may choose, and one where there may be only one', () => {
    expect(choices({})).toEqual({ state: ['$__all'], segment: [], customer: ['abc'], fixed: ['7'], size: ['$__all'] });
    expect(
      choices({ state: ['SP', 'RJ'], segment: ['Lost', 'Loyal'], customer: [''], fixed: ['8'], other: ['x'] }),
    ).toEqual({
      state: ['SP', 'RJ'],
      segment: ['Lost'],
      customer: [''],
      fixed: ['7'],
      size: ['$__all'],
    });
    expect(choices({ state: [''], size: ['All'] })).toMatchObject({ state: ['$__all'], size: ['$__all'] });
  });

  it('asks with the choices in the places of variables', () => {
    const ask = (chosen: Record<string, string[]>) =>
      interpolateSaved(
        { kind: 'churn_scores', filters: { state: ['$state'] }, search: '${customer}', limit: '$fixed', refId: 'A' },
        choicesSource(dashboard.variables, choices(chosen)),
      );
    expect(ask({})).toEqual({ kind: 'churn_scores', search: 'abc', limit: 7, refId: 'A' });
    expect(ask({ state: ['SP', 'RJ'] })).toMatchObject({ filters: { state: ['SP', 'RJ'] } });
  });

  it('writes choices into titles', () => {
    expect(titleWith('$state and ${size:csv}, $other', dashboard.variables, choices({ state: ['SP', 'RJ'] }))).toBe(
      'SP + RJ and All, $other',
    );
  });
});
