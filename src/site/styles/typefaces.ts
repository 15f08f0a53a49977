import type { Typeface } from '../../accounts/schema/typefaces.ts';

/** The custom property of styles/print.css that names the family, and the weight, of each typeface. */
const FAMILIES: Readonly<Record<Typeface, readonly [family: string, weight: number]>> = {
  宋体: ['--song', 400],
  小标宋: ['--song-title', 700],
  黑体: ['--hei', 500],
  楷体: ['--kai', 400],
  仿宋: ['--fang', 400],
};

/** A typeface as the shorthand `font` takes it, without its size, which is to be said behind it. */
export function fontOf(typeface: Typeface): string {
  const [family, weight] = FAMILIES[typeface];
  return `${weight} 1em/1 var(${family})`;
}

/** The family and weight of a typeface. */
export function familyOf(typeface: Typeface): { readonly family: string; readonly weight: number } {
  const [family, weight] = FAMILIES[typeface];
  return { family: `var(${family})`, weight };
}
