import type { Root } from 'hast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import rehypeSanitize from 'rehype-sanitize';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type Processor } from 'unified';

/** Tables of GitHub Flavored Markdown, and none of its other extensions: 1~2 strikes nothing, an address is no link. */
function tables(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}

const processor = unified().use(remarkParse).use(tables).use(remarkRehype).use(rehypeSanitize).freeze();

/** The Markdown of templates as HTML, without anything that could be executed. */
export function fromMarkdown(markdown: string): Root {
  return processor.runSync(processor.parse(markdown));
}
