import { readFileSync } from 'node:fs';
import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { BookletDocument } from '../../src/document/booklet-document.ts';
import { realFiles } from '../support/project.ts';

/** White space does not count, and a full-width form equals its half-width one. */
function fold(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '');
}

function formName(node: ElementContent): string | undefined {
  const name = node.type === 'element' ? node.properties['dataForm'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

function isTable(node: ElementContent): boolean {
  return node.type === 'element' && node.properties['dataTable'] !== undefined;
}

const reference = fold(readFileSync(new URL('changji-sme-2023.txt', import.meta.url), 'utf8'));
/** The reference's forms begin with these titles, one after another between §十一 and §十二. */
const FORM_TITLE = /部门\(单位\)整体支出绩效目标自评表|项目支出绩效自评表\(2023/g;

let document: BookletDocument;
let prose: string;
let forms: ReadonlyMap<string, string>;

beforeAll(async () => {
  const site = compileSite(await realFiles('changji-sme'));
  const booklet = site.units[0]?.booklets[0];
  if (booklet === undefined) throw new Error('the reference booklet is missing');
  document = booklet.render();
  const nodes = document.parts.flatMap((part) => part.content);
  forms = new Map(
    nodes.flatMap((node) =>
      formName(node) === undefined ? [] : [[formName(node) ?? '', fold(toString(node))]],
    ),
  );
  prose = document.parts
    .map((part) => {
      const words = part.content.filter((node) => formName(node) === undefined && !isTable(node));
      return fold(part.title + words.map((node) => toString(node)).join(''));
    })
    .join('');
});

describe('the reference booklet', () => {
  it('has the published text, character by character, outside the forms', () => {
    const firstForm = reference.search(FORM_TITLE);
    const afterForms = reference.indexOf('十二、其他需说明的事项');
    expect(prose).toBe(reference.slice(0, firstForm) + reference.slice(afterForms));
  });

  it('has nine forms with exactly the published characters each', () => {
    const starts = [...reference.matchAll(FORM_TITLE)].map((match) => match.index);
    const end = reference.indexOf('十二、其他需说明的事项');
    const published = starts.map((start, index) => reference.slice(start, starts[index + 1] ?? end));
    const characters = (text: string): string => [...text].sort().join('');
    expect([...forms.keys()]).toEqual(['overall', ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `project-${n}`)]);
    expect([...forms.values()].map(characters)).toEqual(published.map(characters));
  });

  it('prints no number in prose that is neither a figure nor declared', () => {
    const unbound: string[] = [];
    const visit = (node: ElementContent): void => {
      if (node.type === 'text' && /\d/.test(node.value)) unbound.push(node.value);
      if (node.type !== 'element') return;
      const { dataFigure, dataLiteral } = node.properties;
      if (dataFigure === undefined && dataLiteral === undefined && !isTable(node))
        node.children.forEach(visit);
    };
    document.parts.forEach((part) => part.content.forEach(visit));
    expect(unbound).toEqual([]);
  });
});
