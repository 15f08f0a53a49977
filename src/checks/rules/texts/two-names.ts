import { note } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { shortName } from '../../words/body-names.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';
import { literalPattern } from '../../words/literal-pattern.ts';

/** Below this, a short name is a common word. */
const SHORTEST = 5;

/** A booklet that calls its body by two names says so. */
export const twoNames: Check = {
  rule: 'two-names',
  numbers: [],
  source: '单位名称与公章一致，文中用别名的应统一',
  summary: '一个单位在文字中应只用一个名称',
  run: (subject) => {
    const { document } = subject.unit.unit;
    const value = subject.year.unit;
    return value.aliases.flatMap((alias, index) => {
      const short = shortName(alias);
      const wanted = short.length >= SHORTEST && !value.name.includes(short) ? short : alias;
      const pattern = literalPattern(wanted);
      const hits = corpusOf(subject)
        .hits(pattern)
        .filter(({ source }) => source.document !== document);
      const [first] = hits;
      if (first === undefined) return [];
      const message = `文字中称“${wanted}”${hits.length} 处，单位名称是“${value.name}”，一个单位用了两个名称；如需一致请统一`;
      const related = [{ message: '别名登记在这里', place: placeOfValue(document, ['别名', index]) }];
      return [note('two-names', message, placeOfHit(first), related)];
    });
  },
};
