import type { BuildStep } from './steps';

/** Wraps the steps so that each staging table is dropped after the last step that reads it, but for `kept` ones. */
export function discardUnused(steps: readonly BuildStep[], kept: ReadonlySet<string>): BuildStep[] {
  const readers = new Map<string, number>();
  const staging = (step: BuildStep) => step.needs.filter((table) => table.startsWith('stg_') && !kept.has(table));
  for (const table of steps.flatMap(staging)) readers.set(table, (readers.get(table) ?? 0) + 1);
  return steps.map((step) => ({
    ...step,
    run: async (lane) => {
      await step.run(lane);
      for (const table of staging(step)) {
        const left = readers.get(table)! - 1;
        readers.set(table, left);
        if (left === 0) await lane.run(`DROP TABLE memory.main.${table}`);
      }
    },
  }));
}
