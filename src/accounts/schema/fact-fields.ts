import { z } from 'zod';
import { CODE_STEP, type Fact } from '../facts/fact.ts';
import type { FactBook } from '../facts/fact-book.ts';
import type { NamedAmount } from '../facts/entered.ts';
import { codeName, economicCode, functionalCode, functionalCodeOrUndisclosed } from './codes.ts';
import { text } from './entries.ts';
import { money, quantity } from './numbers.ts';
import { fields, type Field } from './fields.ts';

/** Keys of the file, with the facts that they lead to. */
interface Branch {
  readonly path: readonly string[];
  readonly children: Map<string, Branch>;
  fact?: Fact;
}

/** The form of the sections in which the facts of a book are entered, by their labels. */
export function factFields(book: FactBook): Readonly<Record<string, Field>> {
  const root = branch([]);
  for (const fact of book.facts.filter(({ absent }) => absent !== 'unused')) {
    let at = root;
    for (const step of fact.path) {
      const next = at.children.get(step) ?? branch([...at.path, step]);
      at.children.set(step, next);
      at = next;
    }
    at.fact = fact;
  }
  return fieldsBelow(root, book.notes);
}

function branch(path: readonly string[]): Branch {
  return { path, children: new Map() };
}

type Notes = FactBook['notes'];

function fieldsBelow({ children }: Branch, notes: Notes): Record<string, Field> {
  return Object.fromEntries(
    [...children].map(([label, child]): readonly [string, Field] => {
      const schema = schemaOf(child, notes);
      const description = child.fact?.description ?? notes.get(child.path.join('.'));
      const field = isRequired(child) ? schema : schema.optional();
      return [label, description === undefined ? [label, field] : [label, field, description]];
    }),
  );
}

/** A fact says it itself; keys that lead to facts are required if any of these is, and so is a list of codes. */
function isRequired({ fact, children }: Branch): boolean {
  if (fact !== undefined) return fact.required !== 'never' && fact.columnOf === undefined;
  const codes = children.get(CODE_STEP);
  return codes === undefined ? [...children.values()].some(isAlways) : areCodesRequired(codes);
}

/** Columns that a pack declares may be optional together; what has codes otherwise is always required. */
function areCodesRequired(item: Branch): boolean {
  const below = factsBelow(item);
  return below.some(({ columnOf, required }) => columnOf === undefined || required !== 'never');
}

function factsBelow({ fact, children }: Branch): readonly Fact[] {
  return fact === undefined ? [...children.values()].flatMap(factsBelow) : [fact];
}

function isAlways({ fact, children }: Branch): boolean {
  return fact?.required === 'always' || [...children.values()].some(isAlways);
}

const NAME: Field = ['名称', codeName.optional(), '科目名称；编码表中有的可不写，写了就与编码表核对'];

function schemaOf(at: Branch, notes: Notes): z.ZodType {
  if (at.fact !== undefined) return schemaOfFact(at.fact);
  const item = at.children.get(CODE_STEP);
  if (item === undefined) return fields(fieldsBelow(at, notes));
  const hidden = factsBelow(item).some(({ unclassified }) => unclassified === true);
  const code = hidden ? functionalCodeOrUndisclosed : functionalCode;
  return z.record(code, fields({ 名称: NAME, ...fieldsBelow(item, notes) }));
}

function schemaOfFact(fact: Fact): z.ZodType {
  const number = numberOf(fact);
  const rows = {
    科目: () => z.record(functionalCode, number),
    经济科目: () => z.record(economicCode, namedAmount(number)),
    名称: () => z.record(text, number),
    项目: () => z.record(text, number),
    单位: () => z.record(text, number),
  };
  if (fact.keys === undefined || fact.path.includes(CODE_STEP)) return number;
  return fact.orPlain ? z.union([number, rows[fact.keys]()]) : rows[fact.keys]();
}

type NumberSchema = ReturnType<typeof quantity | typeof money>;
const numbers = new Map<string, NumberSchema>();

/** The form of one number of a fact; facts of one form share it. */
function numberOf({ unit, decimals, signed }: Fact): NumberSchema {
  const noun = unit === '万元' ? '金额' : decimals === 0 ? '数量' : '数值';
  const key = `${noun} ${decimals} ${signed}`;
  const known =
    numbers.get(key) ?? (unit === '万元' ? money : quantity)({ noun, decimals, negative: signed });
  numbers.set(key, known);
  return known;
}

/** An amount by economic code, with or without the name of the code. */
function namedAmount(number: NumberSchema) {
  return z.union([
    number.transform((amount): NamedAmount => ({ name: undefined, amount })),
    fields({
      name: ['名称', codeName.optional(), '科目名称；编码表中有的可不写，写了就与编码表核对'],
      amount: ['金额', number, '决算数'],
    }).transform(({ name, amount }): NamedAmount => ({ name, amount, key: '金额' })),
  ]);
}
