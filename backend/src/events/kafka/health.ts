import type { KafkaState } from '../../contract';

/** What is wrong where, and what follows of it for the state as a whole. */
export class Health {
  private readonly troubles = new Map<string, string>();
  private current: { state: KafkaState; at: number };

  /** @param onChange called with every change of the state, and why */
  constructor(
    private readonly now: () => number,
    private readonly onChange: (state: KafkaState, problem: string | undefined) => void,
  ) {
    this.current = { state: 'connecting', at: now() };
  }

  get state(): KafkaState {
    return this.current.state;
  }

  /** RFC 3339. */
  get since(): string {
    return new Date(this.current.at).toISOString();
  }

  /** What went wrong last, of what is wrong still. */
  get problem(): string | undefined {
    return [...this.troubles.values()].at(-1);
  }

  /** @param where e.g. the cluster, or one broker */
  failed(where: string, problem: string): void {
    this.troubles.delete(where);
    this.troubles.set(where, problem);
    this.enter('interrupted');
  }

  recovered(where: string): void {
    this.troubles.delete(where);
    if (this.troubles.size === 0) this.enter('reading');
  }

  /** Forgets all places but these: brokers that are gone for good have no troubles. */
  keepOnly(isKept: (where: string) => boolean): void {
    for (const where of this.troubles.keys()) if (!isKept(where)) this.troubles.delete(where);
  }

  stopped(): void {
    this.troubles.clear();
    this.enter('stopped');
  }

  private enter(state: KafkaState): void {
    if (this.current.state === state || this.current.state === 'stopped') return;
    this.current = { state, at: this.now() };
    this.onChange(state, this.problem);
  }
}
