import { customersBehind } from './customersBehind';
import { rulesIn } from './rules';
import { answerOf, instance } from './testing/answer';

describe('the rules in an answer of Grafana’s', () => {
  it('are those that ask the data source', () => {
    const answer = answerOf({ name: 'ours' }, { name: 'theirs', source: 'prometheus' });
    expect(rulesIn(answer, 'shop').map(({ name }) => name)).toEqual(['ours']);
  });

  it('are known by their queries where Grafana does not tell whom they ask, and by that where it tells no queries', () => {
    const answer = answerOf(
      { name: 'a', queriedDatasourceUIDs: undefined },
      { name: 'b', query: 'up | down' },
      { name: 'c', queriedDatasourceUIDs: undefined, query: 'up' },
    );
    expect(rulesIn(answer, 'shop').map(({ name, queries }) => [name, queries.length])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });

  it('come with what needs attention first', () => {
    const answer = answerOf(
      { name: 'fine' },
      { name: 'soon', state: 'pending' },
      { name: 'broken', state: 'firing', health: 'error' },
      { name: 'fires', state: 'firing' },
    );
    expect(rulesIn(answer, 'shop').map(({ name }) => name)).toEqual(['fires', 'broken', 'soon', 'fine']);
  });

  it('say when they fire: a summary may speak as if they did', () => {
    const annotations = {
      summary: 'Churnwatch does not answer.',
      description: 'Fires when it fails for five minutes.',
    };
    const [rule] = rulesIn(answerOf({ name: 'fine', annotations }), 'shop');
    expect(rule?.summary).toBe('Fires when it fails for five minutes.');
  });

  it('have no moment of evaluation before the first one', () => {
    const [rule] = rulesIn(answerOf({ name: 'new', lastEvaluation: '0001-01-01T00:00:00Z' }), 'shop');
    expect(rule?.evaluated).toBeUndefined();
  });

  it.each([undefined, null, 'no', {}, { data: { groups: 1 } }, { data: { groups: [null, { rules: [3] }] } }])(
    'are none in %j',
    (answer) => {
      expect(rulesIn(answer, 'shop')).toEqual([]);
    },
  );
});

describe('the customers behind what a rule has found', () => {
  it('are those of its query, narrowed to what the labels name', () => {
    const alerts = [instance({ segment: 'At risk', state: 'RJ' })];
    const [rule] = rulesIn(answerOf({ name: 'Risk', alerts }), 'shop');
    const [found] = rule?.instances ?? [];
    if (!rule || !found) throw new Error('There is nothing found.');
    expect(customersBehind(rule, found, 'shop')).toEqual({
      source: 'shop',
      behind: 'Risk',
      filters: { segment: ['At risk'], state: ['RJ'] },
      exclude: { band: ['low'] },
      status: ['active'],
    });
  });

  it('are all of them where Grafana tells no query', () => {
    const [rule] = rulesIn(answerOf({ name: 'Risk', query: '', alerts: [instance({})] }), 'shop');
    const [found] = rule?.instances ?? [];
    if (!rule || !found) throw new Error('There is nothing found.');
    expect(customersBehind(rule, found, 'shop')).toMatchObject({ filters: {}, exclude: {}, status: [] });
  });
});
