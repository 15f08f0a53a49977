import { markNumbers } from '../../../accounts/literal-numbers.ts';
import type { LoadedYear } from '../../../accounts/load.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeInText, placeOfValue, type YamlPath } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** A number in a narrative must be declared under 字面数: nobody else answers for it. */
export const unboundNumber: Check = {
  rule: 'unbound-number',
  numbers: [],
  source: '每个印出的数字都有出处',
  summary: '文字中的数字应由账目印出，或在“字面数”中申明',
  run: ({ year }) => [...unbound(year), ...unusedLiterals(year)],
};

function unbound(year: LoadedYear): readonly Diagnostic[] {
  const { document, value } = year.narrative;
  return narrativeTexts(year).flatMap(([path, text]) =>
    markNumbers(text, value.literals)
      .filter((segment) => segment.kind === 'unbound')
      .map((segment) => {
        const message = `文字中有数字“${segment.text}”，没有出处；账目里有的请改由模板印出，确属文字的请写进“字面数”`;
        return error('unbound-number', message, placeInText(document, path, text, segment.offset));
      }),
  );
}

function unusedLiterals(year: LoadedYear): readonly Diagnostic[] {
  const { document, value } = year.narrative;
  const texts = narrativeTexts(year).map(([, text]) => text);
  return value.literals.flatMap((phrase, index) => {
    if (texts.some((text) => text.includes(phrase))) return [];
    const message = `“字面数”中的“${phrase}”在文字中没有出现；请删去或改成与原文一致`;
    return [warning('unused-literal', message, placeOfValue(document, ['字面数', index]))];
  });
}

function narrativeTexts(year: LoadedYear): readonly (readonly [YamlPath, string])[] {
  const { value } = year.narrative;
  const { results, problems, measures } = value.performance;
  return [
    [['主要职能'], value.duties],
    ...Object.entries(value.reasons).flatMap(([id, { text }]) => (text === undefined ? [] : [[['原因', id], text] as const])),
    ...Object.entries(value.spentOn).map(([name, text]) => [['开支内容', name], text] as const),
    ...(value.otherVehicles === undefined ? [] : [[['其他用车用途'], value.otherVehicles] as const]),
    [['绩效管理', '成效'], results],
    [['绩效管理', '发现的问题及原因'], problems],
    [['绩效管理', '下一步改进措施'], measures],
    [['其他说明事项'], value.otherMatters],
  ];
}
