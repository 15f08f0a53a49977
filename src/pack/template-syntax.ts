import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';

/** Where a line (from 1) and a column (from 0) of a template stand in its file. */
export type Locate = (line: number, column: number) => Place;

/** Says what the parser stopped at. */
export function syntaxError(cause: unknown, source: SourceFile, place: Locate): Diagnostic {
  if (!(cause instanceof Error)) throw cause;
  return (
    mismatchedBlock(cause.message, place) ??
    openBlock(cause.message, source, place) ??
    stoppedAt(cause.message, place)
  );
}

function mismatchedBlock(message: string, place: Locate): Diagnostic | undefined {
  const mismatch = /^(.+) doesn't match (.+) - (\d+):(\d+)/.exec(message);
  if (mismatch === null) return undefined;
  const [, open = '', close = '', line, column] = mismatch;
  const text = `“{{#${open}}}”与“{{/${close}}}”不配对；请改成同名的一对`;
  return error('template-syntax', text, place(Number(line), Number(column)));
}

function openBlock(message: string, source: SourceFile, place: Locate): Diagnostic | undefined {
  const open = message.includes("got 'EOF'") ? unclosedBlock(source.text) : undefined;
  if (open === undefined) return undefined;
  const { line, column } = source.placeAt(open.offset);
  const text = `“{{#${open.name}}}”没有用“{{/${open.name}}}”结束；请补上`;
  return error('template-syntax', text, place(line, column - 1));
}

/** The parser names a line, shows the text before it stopped, and points with a caret. */
function stoppedAt(message: string, place: Locate): Diagnostic {
  const [first = '', excerpt = '', pointer = ''] = message.split('\n');
  const line = Number(/line (\d+)/.exec(first)?.[1] ?? 1);
  const near = excerpt.trim().slice(-30);
  const numbered = /([^\s{}]+)\.(\d[^\s}.]*)/u.exec(near);
  const what =
    numbered === null
      ? '模板写法有误，请检查花括号和助手是否配对'
      : `模板写法有误：以数字开头的一段要加方括号，例如 ${numbered[1] ?? ''}.[${numbered[2] ?? ''}]`;
  const text = `${what}${near === '' ? '' : `（在“${near}”附近）`}`;
  return error('template-syntax', text, place(line, Math.max(pointer.indexOf('^'), 0)));
}

/** The last block that is opened and never closed. */
function unclosedBlock(text: string): { name: string; offset: number } | undefined {
  const open: { name: string; offset: number }[] = [];
  for (const match of text.matchAll(/\{\{([#/])\s*([^\s}]+)/g)) {
    if (match[1] === '#') open.push({ name: match[2] ?? '', offset: match.index });
    else open.pop();
  }
  return open.at(-1);
}
