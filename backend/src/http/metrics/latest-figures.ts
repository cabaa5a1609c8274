import type { BusinessFigures } from './business';

/** A scrape must not wait for scores that are being computed: it tells the figures of the last one meanwhile. */
const MOST_MS = 1_500;

interface Source {
  business?(): Promise<BusinessFigures>;
}

/** The shop's figures as far as they are known at a scrape. */
export class LatestFigures {
  private readonly known = new Map<string, BusinessFigures>();

  /** Of each source: its figures now, those of an earlier scrape while these are under way, none where there are none. */
  async of(sources: ReadonlyMap<string, Source>): Promise<ReadonlyMap<string, BusinessFigures>> {
    for (const name of this.known.keys()) if (!sources.has(name)) this.known.delete(name);
    const asked = Promise.all([...sources].map(([name, source]) => this.read(name, source)));
    await withinTime(asked);
    return new Map([...this.known].filter(([name]) => sources.has(name)));
  }

  private async read(name: string, source: Source): Promise<void> {
    try {
      const figures = await source.business?.();
      if (figures) this.known.set(name, figures);
    } catch {
      // What cannot be known is not told: a figure that stays where it was would hide the trouble.
      this.known.delete(name);
    }
  }
}

async function withinTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<void>((resolve) => (timer = setTimeout(resolve, MOST_MS)));
  await Promise.race([work, waited]);
  clearTimeout(timer);
}
