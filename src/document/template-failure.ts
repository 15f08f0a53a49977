import type { Pack } from '../pack/pack.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';

/** A template that could not be filled or typeset, although nothing was found in it. */
export class TemplateFailure extends Error {
  readonly diagnostic: Diagnostic;

  constructor(pack: Pack, place: Place, cause: unknown) {
    super(`template pack ${pack.slug} failed`, { cause });
    const what = cause instanceof Error ? cause.message : String(cause);
    const message = `模板包“${pack.name}”在这里出错（${what}）；请对照模板手册改正，改不好的请报告给开发者`;
    this.diagnostic = error('template-failed', message, place);
  }
}

/** The failure behind an error, however deep a library has wrapped it. */
export function templateFailure(thrown: unknown): TemplateFailure | undefined {
  for (let at = thrown; at instanceof Error; at = at.cause) if (at instanceof TemplateFailure) return at;
  return undefined;
}

/** Does a piece of work with a template; whatever goes wrong in it is told of at the template. */
export function atTemplate<T>(pack: Pack, place: () => Place, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw templateFailure(cause) ?? new TemplateFailure(pack, place(), cause);
  }
}

/** Findings that are made by filling or typesetting a booklet; a template that fails at it is one, too. */
export function orTemplateFailure(find: () => readonly Diagnostic[]): readonly Diagnostic[] {
  try {
    return find();
  } catch (thrown) {
    const failure = templateFailure(thrown);
    if (failure === undefined) throw thrown;
    return [failure.diagnostic];
  }
}
