import { HELPERS, type HelperSignature } from '../../pack/language.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Say } from './examples.ts';
import { ARGUMENT_WORDS, HELPER_NOTES } from './helper-notes.ts';
import type { HelperWord } from './word-list.ts';

/** The helpers with their arguments, each with an example and what that prints. */
export function helperWords(pack: Pack, say: Say): readonly HelperWord[] {
  return [...HELPERS].map(([name, signature]) => {
    const note = HELPER_NOTES.get(name);
    const example = note?.example(pack);
    const prints = example === undefined || signature.tables === true ? undefined : say(example);
    return {
      name,
      usage: usageOf(name, signature),
      says: note?.says ?? '',
      ...(signature.units && { units: signature.units.words }),
      ...(example !== undefined && { example }),
      ...(prints !== undefined && { prints }),
    };
  });
}

/** `{{万元 数字 [小数="几位"]}}`; what stands in brackets may be left out. */
function usageOf(
  name: string,
  { arguments: kinds, variadic, named, block, choices }: HelperSignature,
): string {
  const words = kinds.map((kind) =>
    kind === 'string' && choices !== undefined
      ? choices.map((choice) => `"${choice}"`).join('或')
      : ARGUMENT_WORDS[kind],
  );
  const optional = Object.entries(named ?? {}).map(([key, kind]) => ` [${key}=${ARGUMENT_WORDS[kind]}]`);
  const call = [name, ...words].join(' ') + (variadic === true ? '…' : '') + optional.join('');
  return block === true ? `{{#${call}}}…{{else}}…{{/${name}}}` : `{{${call}}}`;
}
