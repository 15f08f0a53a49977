import { AlignmentType, LevelFormat, type IParagraphOptions } from 'docx';
import type { Element } from 'hast';

/** The sign of a list's items. */
export type ListSign = Pick<IParagraphOptions, 'bullet' | 'numbering'>;

/** Levels that Word knows. */
const DEEPEST = 8;
/** How far in the items of each level stand, in twentieths of a point, and their signs before them. */
const STEP = 480;
const HANGING = 360;

/** The lists of a booklet: each that is numbered begins to count anew. */
export class Lists {
  private numbered = 0;

  /** The sign of all items of a list that stands within `depth` others. */
  begin({ tagName, properties }: Element, depth: number): ListSign {
    const level = Math.min(depth, DEEPEST);
    if (tagName !== 'ol') return { bullet: { level } };
    this.numbered += 1;
    const first = typeof properties['start'] === 'number' ? properties['start'] : 1;
    return { numbering: { reference: countingFrom(first), level, instance: this.numbered, custom: true } };
  }
}

function countingFrom(start: number) {
  const levels = Array.from({ length: DEEPEST + 1 }, (_, level) => ({
    level,
    start,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: STEP * (level + 2), hanging: HANGING } } },
  }));
  return { reference: `from-${start}`, levels };
}
