import { parseArgs, type ParseArgsConfig } from 'node:util';
import { resolve } from 'node:path';
import { WrongCommand } from './wrong-command.ts';

/** The options that every command takes. */
const SHARED = { root: { type: 'string', default: '.' } } as const;

/**
 * Reads a command's words strictly: unknown options and missing values are wrong commands.
 *
 * @param options the command's own options, in the form of `node:util` parseArgs
 */
export function readOptions<O extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: O,
) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...SHARED, ...options },
      allowPositionals: true,
      strict: true,
    });
    // Of a variable that has no value; a folder it would be the one the command is called in.
    if (positionals.includes(''))
      throw new WrongCommand('有一个参数是空的（可能是变量没有值）；请写明，或去掉');
    return {
      values: { ...values, root: resolve(String((values as { root?: string }).root ?? '.')) },
      positionals,
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS')) throw error;
    const option = /'(--?[^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new WrongCommand(`选项“${option}”写得不对，或缺少它的值`);
  }
}
