import type { Pack } from '../../pack/pack.ts';
import { remembered } from '../../source/remembered.ts';
import { shownPath } from '../../source/place.ts';
import type { SourceFile } from '../../source/source-file.ts';

/** A sentence of a pack's templates, with its place. */
export interface TemplateSentence {
  readonly file: string;
  readonly line: number;
  /** As it stands there. */
  readonly text: string;
  /** Pairs of neighbouring characters of its own words, by which it is found. */
  readonly pairs: ReadonlySet<string>;
}

/** The sentences of the parts of a pack and of all texts that these include. */
export const templateSentences = remembered((pack: Pack): readonly TemplateSentence[] => {
  const sources = pack.parts.flatMap(({ template }) => [template.source, ...template.included]);
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return [...byPath.values()].flatMap(sentencesIn);
});

function sentencesIn(source: SourceFile): readonly TemplateSentence[] {
  const file = shownPath(source.placeAt(0));
  return source.text
    .split('\n')
    .flatMap((line, index) =>
      line.split(SENTENCE_END).map((text) => ({
        file,
        line: index + 1,
        text: text.trim(),
        pairs: pairsOf(text.replaceAll(CODE, ' ')),
      })),
    )
    .filter(({ pairs }) => pairs.size > 0);
}

/** Behind a full stop or a semicolon, outside of helpers. */
const SENTENCE_END = /(?<=[。；！？])(?![^{]*\}\})/u;
const CODE = /\{\{.*?\}\}/gu;

/** Alike enough to be meant, of 1. */
const LEAST = 0.2;

/** The sentence of a pack whose words are most like a text's; undefined where none is alike at all. */
export function nearestSentence(text: string, pack: Pack): TemplateSentence | undefined {
  const pairs = pairsOf(text);
  let best: TemplateSentence | undefined;
  let most = LEAST;
  for (const sentence of templateSentences(pack)) {
    const likeness = (2 * pairs.intersection(sentence.pairs).size) / (pairs.size + sentence.pairs.size);
    if (likeness > most) [best, most] = [sentence, likeness];
  }
  return best;
}

/** Pairs of Chinese characters that stand beside each other: numbers differ from booklet to booklet. */
function pairsOf(text: string): ReadonlySet<string> {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  return new Set(
    runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))),
  );
}
