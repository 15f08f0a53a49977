import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Template } from '../pack/template.ts';
import type { FilledText } from './filling.ts';

/** What separates paragraphs. */
const BLANK_LINES = /\n[ \t]*\n/u;

/** Tables stand in paragraphs of their own: there is no place for them in a sentence, a heading or a list. */
export function misplacedTables({ markdown, marks }: FilledText, template: Template): readonly Diagnostic[] {
  const wrong = markdown.split(BLANK_LINES).some((paragraph) => {
    const pieces = marks.split(paragraph);
    const words = pieces.some((piece) =>
      typeof piece === 'string' ? piece.trim() !== '' : piece.kind !== 'tables',
    );
    return words && pieces.some((piece) => typeof piece !== 'string' && piece.kind === 'tables');
  });
  const place = template.references.tablePlaces[0];
  if (!wrong || place === undefined) return [];
  const message = '表格要独占一段：{{决算表 …}}、{{绩效自评表 …}} 前后各空一行，不能写在句子、标题里';
  return [error('table-placement', message, place)];
}
