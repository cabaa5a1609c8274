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

/** @throws StartError when the host wants to be spoken to in a way that this plugin does not know. */
export function checkProtocol({ PLUGIN_PROTOCOL_VERSIONS: offered, PLUGIN_CLIENT_CERT }: NodeJS.ProcessEnv): void {
  if (offered && !offered.split(',').includes(String(PLUGIN_VERSION))) {
    throw new StartError(
      `Grafana offers the plugin protocol in version ${offered}; this plugin speaks version ${PLUGIN_VERSION}. ` +
        'Use a release of Churnwatch that is made for this Grafana.',
    );
  }
  if (PLUGIN_CLIENT_CERT) {
    throw new StartError(
      'The host asks for TLS between itself and the plugin (PLUGIN_CLIENT_CERT), which Grafana does not and this plugin ' +
        'does not offer: its socket lies in a folder that only its user can open. Turn AutoMTLS off.',
    );
  }
}

/** The line by which go-plugin learns where the plugin listens. */
export function handshakeLine(socketPath: string): string {
  return `${[CORE_VERSION, PLUGIN_VERSION, 'unix', socketPath, 'grpc'].join('|')}\n`;
}

/** Says the handshake; from then on nothing else may be written to stdout. */
export function shakeHands(line: string): void {
  writeSync(1, line);
}
