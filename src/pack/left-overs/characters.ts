import type { LeftOver } from './left-over.ts';

/** Radicals that copying from a PDF gives for characters, and that Unicode's own folding leaves as they are. */
const RADICALS =
  '⺁厂⺄乙⺆冂⺈刀⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺛旡⺝月⺞歹⺠民⺡水⺢水⺧牛⺨犬⺩玉⺬示⺭示⺮竹⺰纟⺱罓⺲罒⺳罓⺶羊⺷羊⺸羊⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衣⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙';
const PAIRS = [...RADICALS];
const CHARACTER_OF = new Map(PAIRS.flatMap((one, at) => (at % 2 === 0 ? [[one, PAIRS[at + 1] ?? '']] : [])));

/** The character that a look-alike stands for; undefined where none is known. */
function meant(character: string): string | undefined {
  const folded = CHARACTER_OF.get(character) ?? character.normalize('NFKC');
  return folded === character ? undefined : folded;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Characters that look like others, which no search finds and no voice reads. */
export const CHARACTERS: readonly LeftOver[] = [
  {
    // All but the twelve of the compatibility block that are characters of their own.
    pattern:
      /[\u2e80-\u2fdf\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff\ufb00-\ufb06\u{2f800}-\u{2fa1f}]/gu,
    what: (found) => {
      const character = meant(found);
      const advice = character === undefined ? '请照原文重打' : `请改为“${character}”`;
      return `是部首或兼容字（${codeOf(found)}），看着像而不是这个字，检索、朗读都会出错，多从 PDF 复制而来；${advice}`;
    },
  },
];
