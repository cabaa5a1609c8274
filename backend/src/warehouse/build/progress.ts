import type { BuildProgress } from './options';
import type { BuildStep } from './steps';

/** The share of the build that follows after the last mart: tests and writing. */
const SHARE_OF_STEPS = 0.85;

/** Wraps the steps so that each is told when it begins, refused once the build is cancelled, and timed. */
export function followProgress(
  steps: readonly BuildStep[],
  onProgress: ((progress: BuildProgress) => void) | undefined,
  signal: AbortSignal | undefined,
) {
  const total = steps.reduce((sum, step) => sum + step.weight, 0) || 1;
  const taken: { step: string; ms: number }[] = [];
  let done = 0;

  const measure = async <T>(words: string, work: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    onProgress?.({ step: words, share: (done / total) * SHARE_OF_STEPS });
    const start = performance.now();
    const result = await work();
    taken.push({ step: words, ms: Math.round(performance.now() - start) });
    return result;
  };

  const wrapped = steps.map((step) => ({
    ...step,
    run: async (lane: Parameters<BuildStep['run']>[0]) => {
      await measure(step.words, () => step.run(lane));
      done += step.weight;
    },
  }));
  return { steps: wrapped, measure, taken };
}
