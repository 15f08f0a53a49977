import type { UnitKind } from '../../../accounts/schema/unit.ts';
import { pathInYear } from '../../../accounts/unit-in-year.ts';
import { note } from '../../../source/diagnostic.ts';
import { placeInText, placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** How the duties say what kind of body it is. */
const SAID = /(?:是|为|系|属于?)[^，。；\n]{0,30}(政府工作部门|行政机关|行政单位|事业单位)/u;

const FITTING: Readonly<Record<string, readonly UnitKind[]>> = {
  政府工作部门: ['行政单位'],
  行政机关: ['行政单位'],
  行政单位: ['行政单位'],
  事业单位: ['事业单位', '参公事业单位'],
};

/** The duties call the body what it is. */
export const kindInText: Check = {
  rule: 'kind-in-text',
  numbers: ['R75'],
  source: '单位类型决定机关运行经费等的口径',
  summary: '主要职能中说的单位性质应与单位类型一致',
  run: ({ unit, year }) => {
    const { document, value } = year.narrative;
    const { kind } = year.unit;
    // Only the first sentence speaks of the body itself, the rest of whom it serves.
    const opening = /^[^。]*/u.exec(value.duties)?.[0] ?? '';
    const match = SAID.exec(opening);
    const said = match?.[1] ?? '';
    if (match === null || FITTING[said]?.includes(kind)) return [];
    const message = `主要职能称“${said}”，单位类型是“${kind}”；请核对其一`;
    const place = placeInText(
      document,
      ['主要职能'],
      value.duties,
      match.index + match[0].length - said.length,
    );
    const related = [
      {
        message: '单位类型填在这里',
        place: placeOfValue(unit.unit.document, pathInYear(unit.unit.value, 'kind', year.year)),
      },
    ];
    return [note('kind-in-text', message, place, related)];
  },
};
