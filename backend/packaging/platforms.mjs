import { readFileSync } from 'node:fs';

const platforms = JSON.parse(readFileSync(new URL('platforms.json', import.meta.url), 'utf8'));

/** Go's names for what Node calls otherwise: Grafana appends them to an executable's name. */
const GO_ARCH = { x64: 'amd64', arm64: 'arm64' };

/** This machine's platform, e.g. `linux_amd64`. */
export const hostPlatform = `${process.platform}_${GO_ARCH[process.arch] ?? process.arch}`;

/**
 * The platforms that a command line asks for: `--platform all`, a list such as `linux_amd64,linux_arm64`, or nothing,
 * which is this machine's own.
 * @throws Error for a platform that cannot be built
 */
export function platformsOf(value = 'host') {
  const names = value === 'all' ? Object.keys(platforms) : value.split(',').map((one) => one.trim().replace('/', '_'));
  return names.map((one) => {
    const name = one === 'host' ? hostPlatform : one;
    if (!Object.hasOwn(platforms, name)) throw new Error(explain(name));
    return { name, ...platforms[name] };
  });
}

function explain(name) {
  const known = Object.keys(platforms).join(', ');
  const why = name.startsWith('win') ? ' Windows wants an .exe, which a shell script cannot be.' : '';
  return `The backend cannot be packaged for "${name}"; it can for: ${known}.${why} Run Grafana in a Linux container instead.`;
}
