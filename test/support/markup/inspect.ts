import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { SaxesParser } from 'saxes';
import { visit } from 'unist-util-visit';
import { workbookFiles } from '../../outputs/data/read-workbook.ts';

/** Attributes that hold an address. */
const ADDRESSES: ReadonlySet<string> = new Set([
  ...[
    'action',
    'background',
    'cite',
    'data',
    'dynsrc',
    'formAction',
    'href',
    'longDesc',
    'lowsrc',
    'manifest',
    'ping',
  ],
  ...['poster', 'profile', 'src', 'srcDoc', 'srcSet', 'useMap', 'xLinkHref'],
]);

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/u;

/**
 * What the markup of a built site consists of: elements with their attributes, and what kind of address these hold; the
 * names of XML elements. A text that stays a text adds nothing to it. Throws where a file cannot be read as what it is.
 */
export function markupOf(site: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    const file = join(site, name);
    const read = (): string => readFileSync(file, 'utf8');
    if (name.endsWith('.html')) addHtml(read(), found);
    else if (name.endsWith('.xml') || name.endsWith('.svg')) addXml(read(), found);
    else if (name.endsWith('.json')) JSON.parse(read());
    else if (name.endsWith('.csv')) addCsv(read(), found);
    else if (name.endsWith('.css')) addStyles(read(), found);
    else if (/\.(xlsx|docx)$/.test(name))
      for (const [part, xml] of Object.entries(workbookFiles(readFileSync(file))))
        if (/\.(xml|rels)$/.test(part)) addXml(xml, found);
  }
  return found;
}

/** What the markup of a page consists of. */
export function markupOfPage(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  addHtml(html, found);
  return found;
}

function addHtml(html: string, found: Set<string>): void {
  visit(fromHtml(html), (node) => {
    if (node.type === 'comment') found.add('a comment');
    if (node.type === 'element') addElement(node, found);
  });
}

function addElement(element: Element, found: Set<string>): void {
  found.add(element.tagName);
  for (const [name, value] of Object.entries(element.properties)) {
    const kind = ADDRESSES.has(name) ? ` to ${addressKind(String(value))}` : '';
    found.add(`${element.tagName} ${name}${kind}`);
    if (name === 'httpEquiv') found.add(`${element.tagName} ${String(value)}`);
  }
  if (element.tagName !== 'script' || element.properties['src'] !== undefined) return;
  found.add(`script ${String(element.properties['type'])}`);
  JSON.parse(toString(element));
}

function addressKind(address: string): string {
  if (!URL.canParse(address, 'https://own.invalid/a/b/')) return 'nowhere';
  const { protocol, host } = new URL(address, 'https://own.invalid/a/b/');
  return host === 'own.invalid' ? 'the site' : `${protocol}${host}`;
}

function addXml(xml: string, found: Set<string>): void {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    // Blanks at an end of a text are kept by an attribute.
    const names = Object.keys(attributes).filter((one) => one !== 'xml:space');
    found.add(`XML ${name} ${names.join(' ')}`);
  });
  parser.on('doctype', () => found.add('a document type'));
  parser.on('processinginstruction', ({ target }) => found.add(`an instruction ${target}`));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

/** Only amounts may begin with a sign. */
function addCsv(csv: string, found: Set<string>): void {
  const records = parseCsv(csv, { bom: true, relax_column_count: true });
  for (const cell of records.flat())
    if (FORMULA.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)) found.add(`a formula`);
}

/** Texts stand in strings only; what is left of a stylesheet without them is the program's own. */
function addStyles(css: string, found: Set<string>): void {
  const rules = css.replaceAll(/"(?:[^"\\\n]|\\[^])*"/g, '');
  for (const [own] of rules.matchAll(/@import|url\(|expression\(|javascript:|evil|alert|["<]/giu))
    found.add(`styles ${own}`);
}
