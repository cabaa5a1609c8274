import type { Identity } from './identity';
import { Sessions, SESSION_MS } from './sessions';

const ANA: Identity = { caller: { role: 'Viewer', name: 'ana' }, renew: () => Promise.resolve(ANA) };
let now = 0;
const sessions = new Sessions(() => now);

it.each<[string, (id: string) => void]>([
  ['somebody signs out', (id) => sessions.end(id)],
  ['it has lasted long enough', () => (now += SESSION_MS)],
])('ends also what was begun with it once %s', async (_, end) => {
  const { id } = sessions.begin(ANA);
  const found = await sessions.find(id);
  expect((await found?.renew())?.caller).toBe(ANA.caller);
  end(id);
  expect(await found?.renew()).toBeUndefined();
});
