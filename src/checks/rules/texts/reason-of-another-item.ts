import { warning } from '../../../source/diagnostic.ts';
import { placeInText } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** Items of social security and housing: what their names contain, and what only their own reasons speak of. */
const PURPOSES: readonly { readonly name: RegExp; readonly words: RegExp }[] = [
  { name: /养老保险/u, words: /养老保险/u },
  { name: /职业年金/u, words: /职业年金/u },
  { name: /医疗/u, words: /医疗保险|医疗补助|医保/u },
  { name: /住房公积金/u, words: /公积金/u },
  { name: /购房补贴|提租补贴/u, words: /购房补贴|提租补贴/u },
];

/** A reason speaks of its own item. */
export const reasonOfAnotherItem: Check = {
  rule: 'reason-of-another-item',
  numbers: ['R64'],
  source: '逐项说明变动原因',
  summary: '社会保障、住房各项的原因不应说的是另一项',
  run: ({ year, figures }) =>
    Object.entries(year.narrative.value.reasons).flatMap(([id, { text }]) => {
      const figure = figures.find(id);
      if (text === undefined || figure === undefined || !/^支出\.\d/u.test(id)) return [];
      const own = PURPOSES.filter(({ name }) => name.test(figure.label));
      if (own.length === 0 || own.some(({ words }) => words.test(text))) return [];
      const other = PURPOSES.map(({ words }) => words.exec(text)).find((match) => match !== null);
      if (other === undefined || other === null) return [];
      const message = `“${figure.label}”的原因说的是“${other[0]}”，不是这一项；是否抄错，请核对`;
      const { document } = year.narrative;
      return [
        warning('reason-of-another-item', message, placeInText(document, ['原因', id], text, other.index)),
      ];
    }),
};
