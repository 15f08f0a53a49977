import { suggestion } from '../accounts/suggestion.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey, placeOfValue, type YamlPath } from '../source/yaml.ts';
import type { PackFolder } from './pack-folder.ts';
import type { PackForm } from './pack.ts';
import { EARLIER_BOOKLETS, LAST_YEAR } from './requirement-schema.ts';

/**
 * Kinds of forms that a pack's own requirements and states name, and that it does not have. What it inherits may speak
 * of kinds that it has done away with.
 */
export function unknownForms({ file }: PackFolder, forms: readonly PackForm[]): readonly Diagnostic[] {
  const { value, document } = file;
  const keys = forms.map(({ kind }) => kind.key);
  const contents = [LAST_YEAR, ...forms.map(({ kind }) => kind.called)];
  const required = Object.keys(value.required?.forms ?? {})
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const message = `“自评表种类”中没有“${key}”${suggestion(key, keys)}`;
      return error('unknown-name', message, placeOfKey(document, ['必有', '自评表', key]));
    });
  const unknownContent = (item: string, known: readonly string[], path: YamlPath): readonly Diagnostic[] => {
    if (known.includes(item)) return [];
    const message = `此处没有“${item}”${suggestion(item, known)}；可以写的有：${known.join('、')}`;
    return [error('unknown-name', message, placeOfValue(document, path))];
  };
  const states = Object.entries(value.states).flatMap(([name, { excuses, excludes }]) => {
    const check = (list: string, items: readonly string[], known: readonly string[]) =>
      items.flatMap((item, index) => unknownContent(item, known, ['情形', name, list, index]));
    return [...check('免', excuses, contents), ...check('不应有', excludes, [...contents, EARLIER_BOOKLETS])];
  });
  return [...required, ...states];
}
