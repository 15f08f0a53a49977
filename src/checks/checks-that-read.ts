import type { Registry } from '../figures/registry.ts';
import { checksFor } from './catalogue.ts';
import type { Check, CheckSubject } from './check.ts';

/** What a registry is asked of a single figure. */
const ASKING = ['find', 'get'] as const;

/** The checks of a booklet that ask for a figure by its id; those that run over all figures alike are not among them. */
export function checksThatRead(id: string, subject: CheckSubject): readonly Check[] {
  return checksFor(subject.year).filter((check) => {
    let asked = false;
    const figures = watched(subject.figures, (one) => {
      asked ||= one === id;
    });
    check.run({ ...subject, figures });
    return asked;
  });
}

function watched(registry: Registry, onAsked: (id: string) => void): Registry {
  return new Proxy(registry, {
    get(target, property: keyof Registry) {
      const member: unknown = target[property];
      if (typeof member !== 'function') return member;
      const watch = ASKING.some((name) => name === property);
      return (...words: readonly unknown[]): unknown => {
        if (watch) onAsked(String(words[0]));
        return Reflect.apply(member, target, words);
      };
    },
  });
}
