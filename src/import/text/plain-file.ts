import { blanked, counted, type GivenText } from './given-text.ts';
import { placedMargins } from './placed-margins.ts';
import { placedText } from './placed.ts';

/** A file that is text: places are told by its lines. What stands at the top or the bottom of its pages is left out. */
export function plainFile(file: string, text: string): GivenText {
  const placed = placedText(text);
  const [first = []] = placed;
  const words = [...placedMargins(first)].flat();
  const bare = blanked(
    text,
    words.map(({ from, to }) => [from, to]),
  );
  const starts = new Set(words.map(({ from }) => from));
  return {
    file,
    tables: [],
    placed: placed.map((pages) =>
      pages.map((page) => page.filter(([word]) => !starts.has(word?.from ?? -1))),
    ),
    ...counted(bare.split('\n'), '行'),
  };
}
