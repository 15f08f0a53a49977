import type { Page } from '../../src/outputs/pdf/browser.ts';

/** Something that a browser tells a screen reader of. */
export interface Spoken {
  /** In the browser's own words, such as `heading`, `link`, `navigation`. */
  readonly role: string;
  /** Empty where it has none. */
  readonly name: string;
  /** Of a heading. */
  readonly level: number;
}

/** All that a browser tells a screen reader of a page, in the order in which it is read. */
export async function spokenOn(page: Page): Promise<readonly Spoken[]> {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').trim(),
      level: Number(properties.find((one) => one.name === 'level')?.value.value ?? 0),
    }));
}
