import { runTasks, type Task } from './lanes';

function recorder(...specs: [name: string, needs?: string[]][]) {
  const log: string[] = [];
  const tasks: Task<number>[] = specs.map(([name, needs = []]) => ({
    name,
    needs,
    run: async () => {
      log.push(`+${name}`);
      await new Promise((done) => setImmediate(done));
      log.push(`-${name}`);
    },
  }));
  return { log, tasks };
}

test('a task begins after those that it needs', async () => {
  const { log, tasks } = recorder(['c', ['a', 'b']], ['b', ['a']], ['a']);
  await runTasks(tasks, [1, 2]);
  expect(log).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
});

test('independent tasks run at once, no more than there are lanes', async () => {
  const { log, tasks } = recorder(['a'], ['b'], ['c']);
  await runTasks(tasks, [1, 2]);
  expect(log.slice(0, 2)).toEqual(['+a', '+b']);
  expect(log.indexOf('+c')).toBeGreaterThan(log.indexOf('-a'));
});

test('no lane is used by two tasks at once', async () => {
  const busy = new Set<number>();
  const tasks: Task<number>[] = Array.from({ length: 20 }, (_, n) => ({
    name: `t${n}`,
    needs: n > 3 ? [`t${n - 3}`] : [],
    run: async (lane) => {
      expect(busy.has(lane)).toBe(false);
      busy.add(lane);
      await new Promise((done) => setTimeout(done, n % 3));
      busy.delete(lane);
    },
  }));
  await runTasks(tasks, [1, 2, 3]);
  expect(busy.size).toBe(0);
});

test('what is needed but no task is taken to be there', async () => {
  const { log, tasks } = recorder(['a', ['raw_orders']]);
  await runTasks(tasks, [1]);
  expect(log).toEqual(['+a', '-a']);
});

test('after a failure nothing is begun, and what runs is waited for', async () => {
  const { log, tasks } = recorder(['slow'], ['later', ['slow']]);
  tasks.unshift({ name: 'bad', needs: [], run: () => Promise.reject(new Error('broken')) });
  await expect(runTasks(tasks, [1, 2])).rejects.toThrow('broken');
  expect(log).toEqual(['+slow', '-slow']);
});

test('tasks that wait for each other are named', async () => {
  const { tasks } = recorder(['a', ['b']], ['b', ['a']]);
  await expect(runTasks(tasks, [1])).rejects.toThrow('wait for each other: a, b');
});
