import {
  KIND_SPECS,
  QUERY_KINDS,
  readKafkaSettings,
  resolveSettings,
  SQL_LIMIT_NAMES,
} from '../../backend/src/contract';
import { filesIn, readJson, readText, readYaml } from './repository';

interface DataSources {
  apiVersion: number;
  datasources: { name: string; uid: string; type: string; jsonData: Record<string, unknown> }[];
}

const ids = filesIn('plugin/src', 'plugin.json').map((path) => readJson<{ id: string }>(path).id);

/** As Grafana reads it where no variable of the environment is set. */
const withoutVariables = (json: unknown): unknown => JSON.parse(JSON.stringify(json).replace(/\$[A-Z_]+/g, ''));

describe('provisioning', () => {
  it('names plugins that exist', () => {
    const { datasources } = readYaml<DataSources>('provisioning/datasources/churnwatch.yaml');
    for (const { type } of datasources) expect(ids).toContain(type);
    const { apps } = readYaml<{ apps: { type: string }[] }>('provisioning/plugins/churnwatch.yaml');
    for (const { type } of apps) expect(ids).toContain(type);
  });

  it('leaves folders to the environment and sets only settings that the backend knows', () => {
    const { datasources } = readYaml<DataSources>('provisioning/datasources/churnwatch.yaml');
    const known = Object.keys(resolveSettings({}));
    expect(datasources).toHaveLength(1);
    expect(Object.keys(datasources[0]?.jsonData ?? {}).filter((key) => !known.includes(key))).toEqual([]);
    expect(datasources[0]?.jsonData).toMatchObject({ dataFolder: '$CHURNWATCH_DATA' });
    expect(() => resolveSettings(withoutVariables(datasources[0]?.jsonData))).not.toThrow();
  });

  it('names every kind of query in the README, with all of its parameters', () => {
    const rows = readText('README.md').split('\n');
    for (const kind of QUERY_KINDS) {
      const row = rows.find((line) => line.startsWith(`| \`${kind}\``)) ?? '';
      const missing = KIND_SPECS[kind].parameters.filter(({ name }) => !row.includes(`\`${name}\``));
      expect({ kind, missing: missing.map(({ name }) => name) }).toEqual({ kind, missing: [] });
    }
  });

  it('explains every setting in the README, and SQL stays off', () => {
    const table = readText('README.md');
    const known = [...Object.keys(resolveSettings({})), 'asOfDay'];
    expect(known.filter((key) => !table.includes(`| \`${key}\``))).toEqual([]);
    for (const limit of SQL_LIMIT_NAMES) expect(table).toContain(`\`${limit}\``);
    const { datasources } = readYaml<DataSources>('provisioning/datasources/churnwatch.yaml');
    expect(resolveSettings(withoutVariables(datasources[0]?.jsonData)).sqlMode).toBe('off');
  });
});

interface Service {
  image: string;
  environment?: Record<string, string>;
  volumes: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  profiles?: string[];
  command?: string;
}

describe('docker-compose.yml', () => {
  const { services, volumes } = readYaml<{ services: Record<string, Service>; volumes: Record<string, null> }>(
    'docker-compose.yml',
  );
  const grafanas = ['grafana', 'grafana-alpine'].map((name) => [name, services[name]] as const);

  it('has Grafana on the Ubuntu and on the Alpine image', () => {
    expect(services.grafana?.image).toMatch(/^grafana\/grafana:12\.4\.\d+-ubuntu$/);
    expect(services['grafana-alpine']?.image).toMatch(/^grafana\/grafana:12\.4\.\d+$/);
  });

  it.each(grafanas)('%s allows every unsigned plugin of ours, and no other', (_, service) => {
    const allowed = service?.environment?.GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS?.split(',');
    expect(allowed?.sort()).toEqual([...ids].sort());
  });

  it.each(grafanas)('%s mounts what the provisioning files expect, and publishes on loopback only', (_, service) => {
    const { providers } = readYaml<{ providers: { options: { path: string } }[] }>(
      'provisioning/dashboards/churnwatch.yaml',
    );
    const targets = service?.volumes.map((volume) => volume.replace(/^\$\{[^}]*\}/, 'x').split(':')[1]);
    expect(targets).toContain(providers[0]?.options.path);
    expect(targets).toContain('/etc/grafana/provisioning');
    expect(targets).toContain(service?.environment?.CHURNWATCH_DATA);
    expect(service?.ports?.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
    expect(service?.depends_on).toMatchObject({ build: { condition: 'service_completed_successfully' } });
  });

  const kafka: Partial<Service> = services.kafka ?? {};

  it('has a broker of Kafka for trying, the same as in the tests, on loopback only', () => {
    const { image = '', ports = [] } = kafka;
    expect(image).toMatch(/^apache\/kafka:\d+\.\d+\.\d+$/);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(readText('test/kafka/pom.xml')).toContain(`<version>${image.split(':')[1]}</version>`);
    expect(services['kafka-topic']).toMatchObject({ profiles: ['kafka'], image });
    expect(kafka.profiles).toEqual(['kafka']);
  });

  it.each(grafanas)('%s can be told of that broker', (_, service) => {
    const { datasources } = readYaml<DataSources>('provisioning/datasources/churnwatch.yaml');
    const { brokers, topics } = datasources[0]?.jsonData.kafka as Record<'brokers' | 'topics', string>;
    const variables = [brokers, topics].map((variable) => variable.slice(1));
    expect(Object.keys(service?.environment ?? {})).toEqual(expect.arrayContaining(variables));
    expect(kafka.environment?.KAFKA_ADVERTISED_LISTENERS).toContain('CONTAINERS://kafka:9094');
  });

  it('explains every setting of Kafka, and has an option for it', () => {
    const told = readText('docs/kafka.md');
    const {
      tls = {},
      sasl = {},
      ...plain
    } = readKafkaSettings({
      brokers: 'a:1',
      topics: 'b',
      tls: { caFile: '/a', certFile: '/b', keyFile: '/c' },
      sasl: { mechanism: 'plain', username: 'a', passwordFile: '/d' },
    })!;
    const names = [
      ...Object.keys({ ...plain, tls }),
      ...Object.keys(tls).map((name) => `tls.${name}`),
      ...Object.keys(sasl).map((name) => `sasl.${name}`),
    ];
    expect(names.filter((name) => !told.includes(`| \`${name}\``))).toEqual([]);
  });

  it('mounts only folders of the checkout and volumes that it declares', () => {
    const sources = Object.values(services).flatMap((service) => service.volumes.map((one) => one.split(':')[0] ?? ''));
    const named = sources.filter((source) => /^\w+$/.test(source));
    expect(named.every((name) => name in volumes)).toBe(true);
  });
});
