import { InvalidArgumentError, Option, type Command } from 'commander';
import type { JwtFlags } from './jwt-options';

export interface AccessFlags extends JwtFlags {
  host: string;
  name: string[];
  tlsCert?: string;
  tlsKey?: string;
  behindProxy: boolean;
  tokensFile?: string;
  corsOrigin: string[];
  rateLimit: number;
}

const LOOPBACK = '127.0.0.1';
/** Enough for a wall of dashboards that reload every few seconds. */
const REQUESTS_A_MINUTE = 3_000;

/** Adds what says where a server listens, and who may use it. */
export function withAccessFlags(command: Command): Command {
  return command
    .addOption(new Option('--host <address>', 'address to listen on').default(LOOPBACK).env('CHURNWATCH_HOST'))
    .addOption(listOption('--name <host>', 'name by which people reach the server, such as churn.example.com'))
    .addOption(new Option('--tls-cert <file>', 'certificate with its chain (PEM)').env('CHURNWATCH_TLS_CERT'))
    .addOption(new Option('--tls-key <file>', 'private key of the certificate (PEM)').env('CHURNWATCH_TLS_KEY'))
    .addOption(
      new Option('--behind-proxy', 'a proxy in front speaks https and adds X-Forwarded-For')
        .default(false)
        .env('CHURNWATCH_BEHIND_PROXY'),
    )
    .option('--tokens-file <file>', 'file with API tokens (default: .churnwatch/tokens.json)')
    .option('--jwt-secret-file <file>', 'secret that signs JSON Web Tokens with HS256 (or CHURNWATCH_JWT_SECRET)')
    .addOption(
      new Option('--jwks <place>', 'https address or file with the public keys of JWTs').env('CHURNWATCH_JWKS'),
    )
    .addOption(new Option('--jwt-issuer <name>', 'who makes the JWTs (iss)').env('CHURNWATCH_JWT_ISSUER'))
    .addOption(new Option('--jwt-audience <name>', 'whom the JWTs are for (aud)').env('CHURNWATCH_JWT_AUDIENCE'))
    .addOption(
      new Option('--jwt-role-claim <path>', 'claim with the role').default('role').env('CHURNWATCH_JWT_ROLE_CLAIM'),
    )
    .addOption(listOption('--jwt-role <value=role>', 'role for a value of that claim, such as sales=viewer'))
    .addOption(listOption('--cors-origin <origin>', 'origin whose pages may ask the API with a token'))
    .option('--rate-limit <n>', 'requests a minute of each caller who signs in', perMinute, REQUESTS_A_MINUTE);
}

/** An option that may be given several times, or with commas; an environment variable stands in where it is absent. */
export function listOption(flags: string, help: string): Option {
  const variable = `CHURNWATCH_${/^--([a-z-]+)/.exec(flags)?.[1]?.replaceAll('-', '_').toUpperCase() ?? ''}`;
  const fallback = namesIn(process.env[variable] ?? '', []);
  return new Option(flags, `${help}; may be given several times (or ${variable})`).default(fallback).argParser(namesIn);
}

function namesIn(text: string, before: readonly string[]): string[] {
  return [...before, ...text.split(',').filter((one) => one.trim() !== '')];
}

function perMinute(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1_000_000) return value;
  throw new InvalidArgumentError('It must be a number from 1 to 1000000.');
}
