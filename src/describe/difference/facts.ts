import type { DeclaredSum } from '../../accounts/facts/declared-sum.ts';
import { rowId, type Fact } from '../../accounts/facts/fact.ts';
import type { TextSlot } from '../../accounts/texts/text-slots.ts';
import { ROW_CODE, ROW_ITEM } from '../../figures/row-patterns.ts';
import type { PackFacts } from '../../pack/assemble-facts.ts';
import type { FactRelation } from '../../pack/relations.ts';
import type { Pack } from '../../pack/pack.ts';
import { contrast } from './contrast.ts';
import { both, type Pair, type Slugs } from './pair.ts';

/** Facts that units enter in one pack's form only, or otherwise; sums that it makes, and what figures must keep to. */
export function compareFacts(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const facts = both(packs, (pack) => pack.facts);
  // Most packs share one dictionary.
  if (facts.a.book === facts.b.book) return [];
  const compare = (about: string, texts: Pair<ReadonlyMap<string, string>>): readonly string[] =>
    [...new Set([...texts.a.keys(), ...texts.b.keys()])].flatMap((id) =>
      contrast(
        `${about} ${id}`,
        slugs,
        both(texts, (all) => all.get(id)),
      ),
    );
  return [
    ...compare('填报的数', both(facts, factTexts)),
    ...compare(
      '合计',
      both(facts, ({ book }) => new Map(book.sums.map((sum) => [sum.id, sumText(sum)]))),
    ),
    ...compare(
      '关系',
      both(facts, ({ relations }) => {
        const stated = relations.filter(({ name }) => name !== '');
        return new Map(stated.map((one) => [one.name, `${one.id} ${relationText(one)}`]));
      }),
    ),
  ];
}

function factTexts({ book, relations }: PackFacts): ReadonlyMap<string, string> {
  return new Map(
    book.facts
      .filter(({ absent }) => absent !== 'unused')
      .map((fact) => {
        const kept = relations.filter(
          ({ name, id }) => name === '' && (id === fact.id || id === rowsOf(fact)),
        );
        return [fact.id, [...traits(fact), ...kept.map(relationText)].join('；')];
      }),
  );
}

/** How relations name the rows of a fact. */
function rowsOf(fact: Fact): string | undefined {
  if (fact.keys === undefined) return undefined;
  return rowId(fact, fact.keys === '科目' || fact.keys === '经济科目' ? ROW_CODE : ROW_ITEM);
}

function sumText({ label, plus, minus, keys, only }: DeclaredSum): string {
  const made = [plus.join(' + '), ...minus].join(' - ');
  const rows = keys === undefined ? [] : [`分${keys}`];
  return [`${label}，${made}`, ...rows, ...(only === undefined ? [] : [`只限${only.join('、')}`])].join('；');
}

/** Texts that units write in one pack's form only, or otherwise. */
export function compareTexts(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const texts = both(packs, (pack) => new Map(pack.texts.slots.map((slot) => [slot.name, slotText(slot)])));
  return [...new Set([...texts.a.keys(), ...texts.b.keys()])].flatMap((name) =>
    contrast(
      `自定文字 ${name}`,
      slugs,
      both(texts, (all) => all.get(name)),
    ),
  );
}

function slotText({ by, optional }: TextSlot): string {
  return `${by === undefined ? '一段' : `分${by}`}，${optional ? '可不写' : '印了就必写'}`;
}

const REQUIRED = { always: '必填', within: '写了这一节就必填', never: '可不填' } as const;
const KINDS = { equal: '等于', 'at most': '不大于', share: '占比' } as const;
const SEVERITIES = { error: '错误', warning: '警告', note: '提示' } as const;

function traits({ label, unit, keys, orPlain, signed, decimals, required, budget }: Fact): readonly string[] {
  return [
    `${label}，${unit}，${REQUIRED[required]}`,
    ...(keys === undefined ? [] : [`分${keys}${orPlain ? '，可不分' : ''}`]),
    ...(signed ? ['可为负'] : []),
    `最多 ${decimals} 位小数`,
    ...(budget === undefined ? [] : [`与 ${budget} 对比`]),
  ];
}

function relationText({ kind, others, whole, severity }: FactRelation): string {
  const share = whole.length === 0 ? '' : ` ÷ ${whole.join(' + ')}`;
  return `${KINDS[kind]} ${others.join(' + ')}${share}，不符为${SEVERITIES[severity]}`;
}
