import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey, type YamlDocument } from '../source/yaml.ts';

/** The hundredth part of a sheet across is narrower than any character. */
const NARROWEST = 1 / 100;

/**
 * Columns whose share of a table leaves no room for a character: Word and the web print them as a line, or not at all.
 *
 * @param widths relative widths as the file has them, in no unit
 * @param document the file, in which they stand under 列宽
 */
export function narrowColumns(widths: readonly number[], document: YamlDocument): readonly Diagnostic[] {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  return widths.flatMap((width, index) => {
    if (width > 0 && width >= whole * NARROWEST) return [];
    const message = `“列宽”第 ${index + 1} 栏写的是 ${width}，不到各栏之和的百分之一，印不下一个字；请改正`;
    return [error('table-columns', message, placeOfKey(document, ['列宽']))];
  });
}
