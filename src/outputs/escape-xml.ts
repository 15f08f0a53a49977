/** A text as the content of an XML element: `>` too, since `]]>` may not stand there. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
