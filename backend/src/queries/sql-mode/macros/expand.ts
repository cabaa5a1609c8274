import { QueryError } from '../../../contract';
import { readCall, type Call } from './arguments';
import { MACROS, type Macro, type MacroContext } from './macro-list';
import { placeOf } from './place';
import type { Token } from './tokens';
import { refuseVariable } from './variables';

/**
 * The SQL of some tokens with every macro replaced by what it stands for, those in arguments too. Texts and comments
 * stay as they are.
 *
 * @throws QueryError naming an unknown macro, a wrong number of arguments or a variable that was not replaced
 */
export function expandTokens(sql: string, tokens: readonly Token[], context: MacroContext): string {
  let out = '';
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index]!;
    const macro = macroOf(sql, token);
    if (macro === undefined) {
      refuseVariable(sql, token);
      out += token.text;
      index += 1;
      continue;
    }
    const call = readCall(sql, tokens, index);
    const place = placeOf(sql, token.start);
    checkArity(macro, call, place);
    const args = (call?.args ?? []).map((arg) => expandTokens(sql, arg, context));
    out += macro.expand(context, args, place);
    index = call?.next ?? index + 1;
  }
  return out;
}

function macroOf(sql: string, { kind, text, start }: Token): Macro | undefined {
  if (kind !== 'dollar' || !text.startsWith('$__')) return undefined;
  const macro = MACROS.get(text);
  if (macro !== undefined) return macro;
  const known = [...MACROS.values()].map(({ usage }) => usage).join(', ');
  throw new QueryError(`There is no macro ${text} (${placeOf(sql, start)}). These can be used: ${known}.`);
}

function checkArity({ usage, args }: Macro, call: Call | undefined, place: string): void {
  if (args === undefined) {
    if (call !== undefined) throw new QueryError(`${usage} at ${place} is written without brackets.`);
    return;
  }
  const given = call?.args.length;
  if (given === args.length && call!.args.every((arg) => arg.length > 0)) return;
  const got = given === undefined ? 'no brackets' : given === args.length ? 'an empty one' : String(given);
  const expected = args.length === 0 ? 'no arguments, but brackets' : `${args.length} (${args.join('; ')})`;
  throw new QueryError(`${usage} at ${place} takes ${expected}; here it has ${got}.`);
}
