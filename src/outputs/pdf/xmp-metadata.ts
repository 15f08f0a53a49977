import { PDFName } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { escapeXml } from '../escape-xml.ts';
import type { DocumentDetails } from './document-details.ts';

/** The namespace of this program's own words. */
const OWN = 'urn:mingbai:booklet#';

/**
 * Adds the XMP metadata stream: who made the document, what it is, and that it is an accessible document after PDF/UA-1 and
 * one to be archived after PDF/A-3, level A. Catalogues, validators and assistive programs look for it there.
 *
 * @param files the names of those that are attached
 */
export function addXmpMetadata(
  document: PDFDocument,
  details: DocumentDetails,
  files: readonly string[],
): void {
  const stream = document.context.stream(new TextEncoder().encode(xmpOf(details, files)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
}

function xmpOf(details: DocumentDetails, files: readonly string[]): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:mingbai="${OWN}">
${statements(details).join('\n')}
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<mingbai:files><rdf:Bag>${files.map(item).join('')}</rdf:Bag></mingbai:files>
</rdf:Description>
${EXTENSIONS}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function statements(details: DocumentDetails): readonly string[] {
  const { title, unitName, lang, subject, keywords = [], identifier, created, modified, producer } = details;
  return [
    `<dc:title>${inDefaultLanguage(title)}</dc:title>`,
    `<dc:creator><rdf:Seq>${item(unitName)}</rdf:Seq></dc:creator>`,
    `<dc:language><rdf:Bag>${item(lang)}</rdf:Bag></dc:language>`,
    '<dc:format>application/pdf</dc:format>',
    ...stated('dc:description', subject && inDefaultLanguage(subject)),
    ...stated('dc:identifier', identifier && escapeXml(identifier)),
    ...(keywords.length === 0
      ? []
      : [
          `<dc:subject><rdf:Bag>${keywords.map(item).join('')}</rdf:Bag></dc:subject>`,
          `<pdf:Keywords>${escapeXml(keywords.join('；'))}</pdf:Keywords>`,
        ]),
    ...stated('xmp:CreateDate', created),
    ...stated('xmp:ModifyDate', modified),
    `<xmp:CreatorTool>${escapeXml(producer)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escapeXml(producer)}</pdf:Producer>`,
  ];
}

function stated(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`<${name}>${value}</${name}>`];
}

function item(text: string): string {
  return `<rdf:li>${escapeXml(text)}</rdf:li>`;
}

function inDefaultLanguage(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
}

/** A word of XMP that it does not know itself. */
interface OwnWord {
  readonly schema: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

const WORDS: readonly OwnWord[] = [
  {
    schema: 'PDF/UA Universal Accessibility Schema',
    namespace: 'http://www.aiim.org/pdfua/ns/id/',
    prefix: 'pdfuaid',
    name: 'part',
    type: 'Integer',
    description: 'Part of ISO 14289 to which the document conforms',
  },
  {
    schema: 'Mingbai booklet',
    namespace: OWN,
    prefix: 'mingbai',
    name: 'files',
    type: 'bag Text',
    description: 'Names of the associated files: the data that the document shows, and what it must hold',
  },
];

/** What the words mean (ISO 19005-3, 6.6.2.3.2). */
const EXTENSIONS = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>${WORDS.map(extension).join('')}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function extension({ schema, namespace, prefix, name, type, description }: OwnWord): string {
  return `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${schema}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>${name}</pdfaProperty:name>
<pdfaProperty:valueType>${type}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>${description}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>`;
}
