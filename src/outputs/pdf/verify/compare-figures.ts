import type { Piece } from '../manifest/manifest.ts';
import type { Fault } from './compare-text.ts';

/** What figures.json says of a figure, as far as a print is held against it. */
interface Figure {
  readonly id: string;
  readonly label: string;
  readonly printed: string;
  readonly value: string | null;
}

/** Holds every number of a document against the data that the PDF brings. */
export function compareFigures(expected: readonly (readonly Piece[])[], data: Uint8Array): readonly Fault[] {
  const figures = readFigures(data);
  if (figures === undefined) return [{ message: 'figures.json 读不出来' }];
  return expected.flat().flatMap((piece): readonly Fault[] => {
    if (typeof piece === 'string') return [];
    const [id, printed] = piece;
    const figure = figures.get(id);
    if (figure === undefined) return [{ message: `“${id}”印为“${printed}”，figures.json 里没有` }];
    if (fits(printed, figure)) return [];
    return [{ message: `“${figure.label}”印为“${printed}”，figures.json 里是“${figure.printed}”` }];
  });
}

function readFigures(data: Uint8Array): ReadonlyMap<string, Figure> | undefined {
  try {
    const { figures } = JSON.parse(new TextDecoder().decode(data)) as { readonly figures: readonly Figure[] };
    return new Map(figures.map((figure) => [figure.id, figure]));
  } catch {
    return undefined;
  }
}

/** Sentences may leave out the sign of a change, and round or group digits otherwise than the tables. */
function fits(printed: string, { printed: known, value }: Figure): boolean {
  if (bare(printed) === bare(known)) return true;
  const number = /\d+(?:\.(?<places>\d+))?/u.exec(bare(printed));
  if (number === null || value === null) return number === null;
  const places = number.groups?.['places']?.length ?? 0;
  const off = Math.abs(Number(number[0]) - Math.abs(Number(value)));
  return off <= 0.51 * 10 ** -places;
}

function bare(text: string): string {
  return text.replaceAll(/[\s,，+－-]/gu, '');
}
