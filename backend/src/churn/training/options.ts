import type { GenerationSummary } from '../../contract';
import type { Engine } from '../../warehouse/engine';
import type { TrainingRun } from '../trees';
import type { Algorithm } from './recipes';

export interface TrainingProgress {
  step: string;
  /** Share of the whole training that is done, 0 to 1. */
  share: number;
}

export interface TrainingOptions {
  engine: Engine;
  generation: GenerationSummary;
  horizonDays: number;
  algorithm: Algorithm;
  trees: number;
  seed: number;
  /** Where the test is made; by default the last cut whose horizon is complete. */
  testCut?: string;
  /** The bundled worker's entry; absent: all in this thread. */
  workerUrl?: URL;
  workers?: number;
  signal?: AbortSignal;
  /** Versions to keep with the model, by name. */
  libraries?: Readonly<Record<string, string>>;
  onProgress?(progress: TrainingProgress): void;
}

/** What the trees' training runs under. */
export function runOf({ workerUrl, workers, signal }: TrainingOptions): TrainingRun {
  return { workerUrl, workers, signal };
}

export const TRAINING_DEFAULTS = { algorithm: 'blend', trees: 100, seed: 1 } as const;
