import { writeSync } from 'node:fs';
import { StartError } from './start-error';

/** Versions of go-plugin's own protocol and of Grafana's on top of it. */
const CORE_VERSION = 1;
const PLUGIN_VERSION = 2;

/** By this variable a plugin knows that Grafana starts it, and not a person. */
const COOKIE = { name: 'grafana_plugin_type', value: 'datasource' };

export const NOT_FOR_PEOPLE =
  'This program is the backend of the Churnwatch data source. Grafana starts it by itself; on its own it does nothing.\n' +
  'To try Churnwatch without Grafana, run: npx churnwatch start\n';

/** Whether Grafana has started this process. */
export function isStartedByGrafana(environment: NodeJS.ProcessEnv): boolean {
  return environment[COOKIE.name] === COOKIE.value;
}

/** @throws StartError when the host cannot speak the version of the protocol that this plugin speaks. */
export function checkVersions({ PLUGIN_PROTOCOL_VERSIONS: offered }: NodeJS.ProcessEnv): void {
  if (!offered || offered.split(',').includes(String(PLUGIN_VERSION))) return;
  throw new StartError(
    `Grafana offers the plugin protocol in version ${offered}; this plugin speaks version ${PLUGIN_VERSION}. ` +
      'Use a release of Churnwatch that is made for this Grafana.',
  );
}

/** The line by which go-plugin learns where the plugin listens; `certificate` is its DER form, when TLS is asked for. */
export function handshakeLine(socketPath: string, certificate?: Buffer): string {
  const parts = [CORE_VERSION, PLUGIN_VERSION, 'unix', socketPath, 'grpc'];
  if (certificate) parts.push(certificate.toString('base64').replace(/=+$/, ''));
  return `${parts.join('|')}\n`;
}

/** Says the handshake; from then on nothing else may be written to stdout. */
export function shakeHands(line: string): void {
  writeSync(1, line);
}
