import type { Classifications } from '../../accounts/code-table.ts';
import { Exact, ZERO } from '../../accounts/decimal.ts';
import { UNDISCLOSED, type Disclosed } from '../../accounts/disclosed.ts';
import { enteredFacts, type EnteredCode } from '../../accounts/facts/entered.ts';
import { CODE_STEP, rowPath, type Fact } from '../../accounts/facts/fact.ts';
import type { FactBook } from '../../accounts/facts/fact-book.ts';
import type { LoadedEvaluation } from '../../accounts/load-evaluations.ts';
import { NOT_PUBLISHED } from '../../accounts/schema/publication.ts';
import type { UnitKind } from '../../accounts/schema/unit.ts';
import { buildFigures } from '../../figures/build-figures.ts';
import type { FormRules } from '../../figures/form-rules.ts';
import type { Registry } from '../../figures/registry.ts';
import { sourceFile } from '../../source/source-file.ts';
import { parseYaml, type YamlDocument } from '../../source/yaml.ts';

/** What the figures of a body may be made of: nothing is known yet of how much each is. */
export interface WebInput {
  readonly book: FactBook;
  readonly codes: Classifications;
  readonly year: number;
  readonly kind: UnitKind;
  /** The codes under which amounts may be entered. */
  readonly functional: readonly string[];
  readonly economic: readonly string[];
  /** Ids of facts by code that are entered as one amount. */
  readonly whole: ReadonlySet<string>;
  /** The rows of facts that are broken down by names. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** The self-evaluation forms that there are, and the rules of their kinds. */
  readonly evaluations: readonly LoadedEvaluation[];
  readonly forms: readonly FormRules[];
}

/** A number that can be entered: the path at which it is, and what it is of. */
export interface Enterable {
  readonly fact: Fact;
  readonly key: string | undefined;
  readonly path: readonly string[];
}

/** Everything that a body can enter, as figures: which is made of which. */
export interface FigureWeb {
  readonly figures: Registry;
  /** What can be entered at a path, its steps joined by line ends. */
  readonly enterable: ReadonlyMap<string, Enterable>;
  /** The file in which all that is entered stands. */
  readonly document: YamlDocument;
}

/**
 * Puts together all figures that there can be, so that what is made of what need not be said a second time.
 *
 * @param amounts what is known by its path: money in 万元; without it, figures have no values that mean anything
 */
export function figureWeb(input: WebInput, amounts?: ReadonlyMap<string, Exact>): FigureWeb {
  const { book, codes, year, kind, evaluations, forms } = input;
  const enterable = new Map<string, Enterable>();
  const sections: Tree = {};
  for (const fact of book.facts.filter(({ absent }) => absent !== 'unused')) {
    const entries = keysOf(fact, input).map((key): Enterable => {
      return { fact, key, path: key === undefined ? fact.path : rowPath(fact, key) };
    });
    // A breakdown of which nothing is known is there all the same.
    if (entries.length === 0 && !fact.path.includes(CODE_STEP)) openSection(sections, fact.path);
    for (const entry of entries) {
      const name = entry.path.join('\n');
      enterable.set(name, entry);
      const amount = amounts?.get(name);
      const known = amount && (fact.unit === '万元' ? amount.times(YUAN) : amount);
      put(sections, entry.path, known ?? (amounts === undefined ? ZERO : UNDISCLOSED));
    }
  }
  const entered = enteredFacts(book, sections);
  const document = EMPTY;
  const overlays = { approved: {}, pinned: {}, publication: NOT_PUBLISHED };
  const accounts = { value: { year, moneyUnit: '元' as const, entered, ...overlays }, document };
  const unit = { name: '', aliases: [], kind, supervisor: undefined, subordinates: [] };
  const figures = buildFigures(
    { unit: { value: { subordinates: [] } } },
    {
      unit,
      unitDocument: document,
      evaluations,
      accounts,
      narrative: { value: { offices: [] }, document },
    },
    codes,
    () => undefined,
    forms,
  );
  return { figures, enterable, document };
}

/** How many 元 one 万元 is. */
const YUAN = new Exact(10000);

const EMPTY: YamlDocument = emptyDocument();

function emptyDocument(): YamlDocument {
  const { document } = parseYaml(sourceFile('', '{}'));
  if (document === undefined) throw new Error('an empty mapping is no YAML');
  return document;
}

function keysOf(
  { id, keys, orPlain }: Fact,
  { whole, functional, economic, named }: WebInput,
): readonly (string | undefined)[] {
  if (keys === undefined || whole.has(id)) return [undefined];
  // Where no codes are known, nothing but a whole can be entered.
  if (keys === '科目') return functional.length === 0 && orPlain ? [undefined] : functional;
  if (keys === '经济科目') return economic;
  return named.get(id) ?? [];
}

/** Sections of the file by their keys. */
interface Tree {
  [key: string]: Tree | Disclosed<Exact>;
}

function put(tree: Tree, path: readonly string[], value: Disclosed<Exact>): void {
  openSection(tree, path.slice(0, -1))[path.at(-1) ?? ''] = value;
}

function openSection(tree: Tree, path: readonly string[]): Tree {
  let at = tree;
  for (const step of path) {
    const next = at[step];
    at = next === undefined || next instanceof Exact || next === UNDISCLOSED ? (at[step] = {}) : next;
  }
  return at;
}

/** The codes of one classification that were entered. */
export function enteredCodes(codes: readonly EnteredCode[], table: EnteredCode['table']): readonly string[] {
  return [...new Set(codes.filter((one) => one.table === table).map(({ code }) => code))];
}
