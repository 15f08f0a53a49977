import type { Pack } from '../../pack/pack.ts';
import { remembered } from '../../source/remembered.ts';
import { automatonOf, type Automaton } from './automaton.ts';
import { patternsOf, type PartPattern } from './pack-pattern.ts';
import type { Pattern } from './pattern.ts';

/** What is before the first part (cover, contents, pictures), between parts and behind the last. */
const ANYTHING: Pattern = { kind: 'slot', slot: { kind: 'tables' } };

/** A whole booklet of a pack: its parts in their order, with whatever stands around them. */
export const bookletAutomaton = remembered((pack: Pack): Automaton => {
  const parts = patternsOf(pack).flatMap((part): readonly Pattern[] => [
    ANYTHING,
    part.title,
    tells(part) ? part.text : ANYTHING,
  ]);
  return automatonOf({ kind: 'all', of: [...parts, ANYTHING] });
});

/** Whether a part says anything of the body: a glossary and a list of tables do not. */
function tells({ text }: PartPattern): boolean {
  return hasSlot(text);
}

function hasSlot(pattern: Pattern): boolean {
  if (pattern.kind === 'slot') return pattern.slot.kind === 'figure' || pattern.slot.kind === 'text';
  if (pattern.kind === 'all') return pattern.of.some(hasSlot);
  if (pattern.kind === 'one') return pattern.of.some((option) => hasSlot(option.pattern));
  return pattern.kind === 'items' && hasSlot(pattern.item);
}
