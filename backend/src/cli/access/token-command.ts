import { Command, InvalidArgumentError, Option } from 'commander';
import { ROLE_NAMES, type RoleName } from '../../http/access/role-names';
import { hashOf, isTokenName, newToken, type KeptToken } from '../../http/access/tokens';
import { WarehouseError } from '../../warehouse';
import { tellAudit } from './audit-cli';
import { outOption, warehouseNamed } from './out-folder';
import { changeTokens, readTokenFile, tokenPlace } from './token-file';

interface Flags {
  out?: string;
  tokensFile?: string;
}

interface AddFlags extends Flags {
  role: RoleName;
  expires?: number;
}

const DAY_MS = 86_400_000;

/** `churnwatch token add | list | revoke`: who may use the stand-alone server. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('API tokens of the stand-alone server: make, list and revoke them')
    .addCommand(
      withPlaces(new Command('add'))
        .description('Make a token and print it, this once')
        .argument('<name>', 'whom it is for: letters, digits and . _ @ -', tokenName)
        .addOption(new Option('--role <role>', 'what it may do').choices(ROLE_NAMES).makeOptionMandatory())
        .option('--expires <days>', 'for how many days it is good (default: until it is revoked)', days)
        .action(async (name: string, flags: AddFlags) => say(`${await addToken(name, flags)}\n`)),
    )
    .addCommand(
      withPlaces(new Command('list'))
        .description('Show names and roles of the tokens')
        .action(async (flags: Flags) => say(await listTokens(flags))),
    )
    .addCommand(
      withPlaces(new Command('revoke'))
        .description('End a token at once')
        .argument('<name>', 'whom it was for', tokenName)
        .action(async (name: string, flags: Flags) => say(await revokeToken(name, flags))),
    );
}

/** Makes a token. @returns its text, which is kept nowhere */
export async function addToken(name: string, flags: AddFlags, now = new Date()): Promise<string> {
  const text = newToken();
  const expires = flags.expires === undefined ? undefined : new Date(now.getTime() + flags.expires * DAY_MS);
  const token: KeptToken = {
    name,
    role: flags.role,
    sha256: hashOf(text),
    created: now.toISOString(),
    ...(expires ? { expires: expires.toISOString() } : {}),
  };
  await tellAudit(warehouseNamed(flags.out), 'token.add', `${name} (${flags.role})`, () =>
    changeTokens(tokenPlace(flags.tokensFile), (tokens) => {
      if (!tokens.some((one) => one.name === name)) return [...tokens, token];
      throw new WarehouseError(
        'usage',
        `There is a token for ${name} already.`,
        'Revoke it first, or choose another name.',
      );
    }),
  );
  return text;
}

/** A line for each token. */
export async function listTokens(flags: Flags, now = new Date()): Promise<string> {
  const file = tokenPlace(flags.tokensFile);
  const tokens = (await readTokenFile(file)) ?? [];
  if (tokens.length === 0) return `There are no tokens in ${file}.\n`;
  const lines = tokens.map(({ name, role, created, expires }) => {
    const until =
      expires === undefined ? '' : `, ${Date.parse(expires) <= now.getTime() ? 'expired' : 'until'} ${expires}`;
    return `${name}  ${role}  made ${created}${until}\n`;
  });
  return lines.join('');
}

/** Ends a token. @returns what to say */
export async function revokeToken(name: string, flags: Flags): Promise<string> {
  const file = tokenPlace(flags.tokensFile);
  let left = 0;
  await tellAudit(warehouseNamed(flags.out), 'token.revoke', name, () =>
    changeTokens(file, (tokens) => {
      const others = tokens.filter((one) => one.name !== name);
      left = others.length;
      if (left < tokens.length) return others;
      throw new WarehouseError(
        'usage',
        `There is no token for ${name}.`,
        '"churnwatch token list" shows those there are.',
      );
    }),
  );
  if (left > 0) return `The token for ${name} is no longer good.\n`;
  return `The token for ${name} is no longer good. None is left: delete ${file} to let users of this machine in without.\n`;
}

const withPlaces = (command: Command): Command =>
  command
    .addOption(outOption())
    .option('--tokens-file <file>', 'file with the tokens (default: .churnwatch/tokens.json)');

function tokenName(text: string): string {
  if (isTokenName(text)) return text;
  throw new InvalidArgumentError('Write a name of at most 64 letters, digits and . _ @ -');
}

function days(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 3_660) return value;
  throw new InvalidArgumentError('It must be a number of days from 1 to 3660.');
}

const say = (text: string): void => void process.stdout.write(text);
