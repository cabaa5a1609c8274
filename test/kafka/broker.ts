import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSecrets, PASSWORD, USER, type Secrets } from './secrets';

const JARS = join(__dirname, 'target', 'dependency', '*');
/** Small and quick to start: it lives for a minute. */
const JVM = [
  '-Xmx256m',
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=error',
];

/** @returns why no broker can be run here; undefined when one can */
export function whyNoBroker(): string | undefined {
  const { status, stdout } = spawnSync(process.execPath, [join(__dirname, 'jars.mjs')], { encoding: 'utf8' });
  return status === 0 ? undefined : stdout.trim();
}

/** One broker of Apache Kafka on this machine, with data that outlasts its restarts. */
export class Broker {
  private readonly folder = mkdtempSync(join(tmpdir(), 'churnwatch-broker-'));
  private child: ChildProcess | undefined;
  private said = '';

  /** Present where it was asked to have listeners that ask who comes. */
  readonly secrets: Secrets | undefined;

  private constructor(
    private readonly ports: Record<Listener | 'CONTROLLER', number>,
    isGuarded: boolean,
    private readonly first?: Broker,
  ) {
    this.secrets = isGuarded ? makeSecrets(this.folder) : undefined;
    writeFileSync(this.properties, textOf({ ...this.settings(), ...this.guards() }));
    const format = [
      'format',
      ...(first ? [] : ['--standalone']),
      '-t',
      'AAAAAAAAAAAAAAAAAAAAAA',
      '-c',
      this.properties,
    ];
    const users = ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((one) => [
      '--add-scram',
      `${one}=[name="${USER}",password="${PASSWORD}"]`,
    ]);
    this.java('kafka.tools.StorageTool', ...format, ...(isGuarded ? users : []));
  }

  /** @param isGuarded whether it also has the listeners SIGNED and MUTUAL */
  static async start(isGuarded = false): Promise<Broker> {
    const ports = {
      PLAINTEXT: await freePort(),
      SIGNED: await freePort(),
      MUTUAL: await freePort(),
      CONTROLLER: await freePort(),
    };
    const broker = new Broker(ports, isGuarded);
    broker.start();
    return broker;
  }

  /** Another broker of the same cluster, with the id 2. It holds what is assigned to it. */
  static async beside(first: Broker): Promise<Broker> {
    const [PLAINTEXT, unused] = [await freePort(), 0];
    const broker = new Broker({ PLAINTEXT, SIGNED: unused, MUTUAL: unused, CONTROLLER: unused }, false, first);
    broker.start();
    return broker;
  }

  get address(): string {
    return this.at('PLAINTEXT');
  }

  /** Where a listener is: SIGNED wants TLS, a name and a password; MUTUAL wants TLS and a certificate. */
  at(listener: Listener | 'CONTROLLER'): string {
    return `127.0.0.1:${this.ports[listener]}`;
  }

  start(): void {
    this.child = spawn('java', [...JVM, '-cp', JARS, 'kafka.Kafka', this.properties], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (text: Buffer) => (this.said = (this.said + text.toString()).slice(-4_000)));
    }
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The last that it said, for when it does not come up. */
  get log(): string {
    return this.said;
  }

  private get properties(): string {
    return join(this.folder, 'server.properties');
  }

  private java(...args: string[]): void {
    const { status, stderr } = spawnSync('java', [...JVM, '-cp', JARS, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`Kafka could not be set up: ${stderr}`);
  }

  private settings(): Record<string, string | number | boolean> {
    const listeners: Listener[] = this.secrets ? ['PLAINTEXT', 'SIGNED', 'MUTUAL'] : ['PLAINTEXT'];
    const open = listeners.map((name) => `${name}://${this.at(name)}`).join(',');
    const { first } = this;
    return {
      'process.roles': first ? 'broker' : 'broker,controller',
      'node.id': first ? 2 : 1,
      'controller.quorum.bootstrap.servers': (first ?? this).at('CONTROLLER'),
      listeners: first ? open : `${open},CONTROLLER://${this.at('CONTROLLER')}`,
      // A broker that is gone is soon taken for gone.
      'broker.session.timeout.ms': 3_000,
      'broker.heartbeat.interval.ms': 500,
      'advertised.listeners': open,
      'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SIGNED:SASL_SSL,MUTUAL:SSL',
      'controller.listener.names': 'CONTROLLER',
      'inter.broker.listener.name': 'PLAINTEXT',
      'log.dirs': join(this.folder, 'data'),
      'offsets.topic.replication.factor': 1,
      'offsets.topic.num.partitions': 1,
      'transaction.state.log.replication.factor': 1,
      'transaction.state.log.min.isr': 1,
      'transaction.state.log.num.partitions': 1,
      'group.initial.rebalance.delay.ms': 0,
      'auto.create.topics.enable': false,
      'num.network.threads': 1,
      'num.io.threads': 2,
    };
  }

  private guards(): Record<string, string> {
    if (!this.secrets) return {};
    const { keystore, certificate } = this.secrets;
    const login = 'org.apache.kafka.common.security';
    return {
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': keystore,
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': certificate,
      'listener.name.mutual.ssl.client.auth': 'required',
      // Topics have no rules until a test makes one; who does not sign in makes them.
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'allow.everyone.if.no.acl.found': 'true',
      'super.users': 'User:ANONYMOUS',
      'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
      'listener.name.signed.plain.sasl.jaas.config': `${login}.plain.PlainLoginModule required user_${USER}="${PASSWORD}";`,
      'listener.name.signed.scram-sha-256.sasl.jaas.config': `${login}.scram.ScramLoginModule required;`,
      'listener.name.signed.scram-sha-512.sasl.jaas.config': `${login}.scram.ScramLoginModule required;`,
    };
  }
}

/** Ways to talk to it. */
type Listener = 'PLAINTEXT' | 'SIGNED' | 'MUTUAL';

const textOf = (settings: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
