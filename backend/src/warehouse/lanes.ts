/** A piece of work that may begin once the pieces it needs are done. */
export interface Task<Lane> {
  name: string;
  needs: readonly string[];
  run: (lane: Lane) => Promise<void>;
}

/**
 * Runs tasks on several lanes (connections) at once, each as soon as its needs are met, in the given order otherwise.
 * After the first failure nothing new is begun; the failure is thrown once what runs has ended.
 */
export async function runTasks<Lane>(tasks: readonly Task<Lane>[], lanes: readonly Lane[]): Promise<void> {
  const waiting = [...tasks];
  const known = new Set(tasks.map((task) => task.name));
  const done = new Set<string>();
  const free = [...lanes];
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];

  const isReady = (task: Task<Lane>) => task.needs.every((need) => done.has(need) || !known.has(need));
  const start = (task: Task<Lane>, lane: Lane) => {
    const work = task
      .run(lane)
      .then(
        () => void done.add(task.name),
        (error: unknown) => void failures.push(error),
      )
      .finally(() => {
        running.delete(work);
        free.push(lane);
      });
    running.add(work);
  };

  while (waiting.length > 0 && failures.length === 0) {
    const next = free.length > 0 ? waiting.findIndex(isReady) : -1;
    if (next >= 0) start(waiting.splice(next, 1)[0]!, free.pop()!);
    else if (running.size > 0) await Promise.race(running);
    else throw new Error(`tasks that wait for each other: ${waiting.map((task) => task.name).join(', ')}`);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
