import type { Fact } from '../../accounts/facts/fact.ts';
import type { TextSlot } from '../../accounts/texts/text-slots.ts';
import type { FactRelation, PackFacts } from '../../pack/assemble-facts.ts';
import type { Pack } from '../../pack/pack.ts';
import { contrast } from './contrast.ts';
import { both, type Pair, type Slugs } from './pair.ts';

/** Facts that units enter in one pack's form only, or otherwise; what they must keep to. */
export function compareFacts(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const facts = both(packs, (pack) => pack.facts);
  // Most packs share one dictionary.
  if (facts.a.book === facts.b.book) return [];
  const ids = new Set([...facts.a.book.facts, ...facts.b.book.facts].map(({ id }) => id));
  return [...ids].flatMap((id) =>
    contrast(
      `填报的数 ${id}`,
      slugs,
      both(facts, (one) => factText(id, one)),
    ),
  );
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

function factText(id: string, { book, relations }: PackFacts): string | undefined {
  const fact = book.find(id);
  if (fact === undefined || fact.absent === 'unused') return undefined;
  const kept = relations.filter((relation) => relation.id === id).map(relationText);
  return [...traits(fact), ...kept].join('；');
}

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
