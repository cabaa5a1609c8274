import type { Connection } from '@platformatic/kafka';

/** Where a broker listens. */
export interface Address {
  host: string;
  port: number;
}

/** The brokers of a cluster, as it last named them, and a connection to each that was asked. */
export class Brokers {
  private readonly connections = new Map<string, Promise<Connection>>();
  private known: ReadonlyMap<number, Address> = new Map();
  /** Who was asked for the cluster last, and answered. */
  private answered: Address | undefined;
  private closed = false;

  /**
   * @param first brokers to ask before the cluster has named any
   * @param connect called anew whenever a connection has ended
   */
  constructor(
    private readonly first: readonly Address[],
    private readonly connect: (to: Address) => Promise<Connection>,
  ) {}

  /** Takes over where the cluster says that its brokers are. */
  learn(brokers: readonly (Address & { nodeId: number })[]): void {
    this.known = new Map(brokers.map(({ nodeId, host, port }) => [nodeId, { host, port }]));
  }

  /** Asks one broker. @throws Error when the cluster knows none of that id, or it does not answer */
  async ask<T>(node: number, question: (connection: Connection) => Promise<T>): Promise<T> {
    const address = this.known.get(node);
    if (address === undefined) throw new Error(`The cluster knows no broker ${node} any more.`);
    return this.askAt(address, question);
  }

  /**
   * Asks for what each broker knows: one after another until one answers, since some may be away, or hang.
   *
   * @throws AggregateError when none does
   */
  async askAny<T>(question: (connection: Connection) => Promise<T>): Promise<T> {
    const failures: unknown[] = [];
    for (const address of this.inOrder()) {
      try {
        const answer = await this.askAt(address, question);
        this.answered = address;
        return answer;
      } catch (error) {
        failures.push(error);
      }
    }
    throw new AggregateError(failures, 'No broker answers.');
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled([...this.connections.values()].map(async (one) => (await one).close()));
  }

  private async askAt<T>(address: Address, question: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.connectionTo(address);
    try {
      return await question(connection);
    } catch (error) {
      // One that a firewall has forgotten looks alive for a quarter of an hour, and answers nothing.
      if (isOfNetwork(error)) connection.socket.destroy();
      throw error;
    }
  }

  private async connectionTo(address: Address): Promise<Connection> {
    const connection = await (this.connections.get(textOf(address)) ?? this.begin(address));
    // Where brokers ask for the password again now and then.
    if (connection.status === 'reauthenticating') await connection.ready();
    return connection;
  }

  private begin(address: Address): Promise<Connection> {
    if (this.closed) throw new Error('Reading from Kafka has ended.');
    const key = textOf(address);
    const beginning = this.connect(address);
    const forget = (): void => {
      if (this.connections.get(key) === beginning) this.connections.delete(key);
    };
    this.connections.set(key, beginning);
    beginning.then((connection) => connection.on('error', forget).on('close', forget), forget);
    return beginning;
  }

  private inOrder(): Address[] {
    const all = [...(this.answered ? [this.answered] : []), ...this.known.values(), ...this.first];
    return [...new Map(all.map((one) => [textOf(one), one])).values()];
  }
}

/** The client's codes for what befalls a connection, and for what is not answered in time; what answers say has others. */
const OF_NETWORK: readonly unknown[] = ['PLT_KFK_NETWORK', 'PLT_KFK_TIMEOUT'];
const isOfNetwork = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && OF_NETWORK.includes(error.code);

const textOf = ({ host, port }: Address): string => `${host}:${port}`;
