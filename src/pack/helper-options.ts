import type { HelperOptions } from './template.ts';

/** What a helper is called with behind its arguments. */
export function optionsOf(values: readonly unknown[]): HelperOptions {
  return values.at(-1) as HelperOptions;
}
