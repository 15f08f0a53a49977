import { WrongCommand } from '../wrong-command.ts';

/**
 * What `--format` asks for.
 *
 * @param forms by the names under which they can be asked for
 * @throws WrongCommand for any other name
 */
export function formOf<T>(forms: Readonly<Record<string, T>>, asked: string): T {
  const form = Object.hasOwn(forms, asked) ? forms[asked] : undefined;
  if (form === undefined)
    throw new WrongCommand(`--format 只能是 ${Object.keys(forms).join('、')} 之一，不能是“${asked}”`);
  return form;
}
