import { SampleError } from './errors';

export interface SampleOptions {
  /** Folder for the files. It must be absent, empty, or hold an earlier sample, which is then replaced. */
  out: string;
  /** Number of persons. */
  customers?: number;
  /** Calendar months that the orders span, counting the first and the last; the last day is always 2018-10-17. */
  months?: number;
  seed?: number;
  /** Share of persons with more than one order, about. */
  repeatRate?: number;
  /** Called with the share done, 0 to 1, never falling. */
  onProgress?: (share: number) => void;
  /** Stops the work; nothing of it is left behind, and the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/** What is made when nothing else is asked for: about 12,000 orders over Olist's own period. */
export const SAMPLE_DEFAULTS = { customers: 10_500, months: 26, seed: 1, repeatRate: 0.12 } as const;

export interface Plan {
  customers: number;
  months: number;
  seed: number;
  repeatRate: number;
}

interface Range {
  low: number;
  high: number;
  whole: boolean;
}

const RANGES: Record<keyof Plan, Range> = {
  customers: { low: 100, high: 50_000_000, whole: true },
  months: { low: 8, high: 120, whole: true },
  seed: { low: 0, high: 4_294_967_295, whole: true },
  repeatRate: { low: 0, high: 0.6, whole: false },
};

/** Fills in the defaults. @throws SampleError (code `option`) that names the option, its value and what is allowed. */
export function planOf(options: SampleOptions): Plan {
  if (typeof options.out !== 'string' || options.out.trim() === '') {
    throw new SampleError('option', 'No output folder was given. Name the folder that the sample is to be written to.');
  }
  return {
    customers: checked('customers', options.customers),
    months: checked('months', options.months),
    seed: checked('seed', options.seed),
    repeatRate: checked('repeatRate', options.repeatRate),
  };
}

function checked(name: keyof Plan, given: number | undefined): number {
  if (given === undefined) return SAMPLE_DEFAULTS[name];
  const { low, high, whole } = RANGES[name];
  const fits = typeof given === 'number' && given >= low && given <= high && (!whole || Number.isInteger(given));
  if (fits) return given;
  const kind = whole ? 'a whole number' : 'a number';
  throw new SampleError('option', `${name} must be ${kind} from ${low} to ${high}, but was ${String(given)}.`);
}
