export interface ComparingOptions {
  /** What everyone would be compared by now, in a word; undefined: that is still to come. */
  by(): string | undefined;
  /** Compares everyone, unless that has been done. Never rejects. @returns whether it is done */
  compare(): Promise<boolean>;
  /** What has failed, e.g. since the disk was full, is tried again so often. */
  againMs?: number;
}

export interface Comparing {
  /**
   * Compares everyone once for each generation and model.
   *
   * @param onlyEvents a few more events of the same day concern the customers whom they touch, who have been judged already
   */
  compare(onlyEvents?: boolean): Promise<void>;
  close(): void;
}

/** When everyone is compared with where they last stood. */
export function comparing({ by, compare, againMs = 60_000 }: ComparingOptions): Comparing {
  let comparedBy: string | undefined;
  let failed = false;
  const compareOnce: Comparing['compare'] = async (onlyEvents = false) => {
    const now = by();
    if (now === undefined || (onlyEvents && now === comparedBy)) return;
    failed = false;
    const done = await compare();
    failed = !done;
    comparedBy = done ? now : undefined;
  };
  const again = setInterval(() => {
    if (failed) void compareOnce();
  }, againMs).unref();
  return { compare: compareOnce, close: () => clearInterval(again) };
}
