import type { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentState } from '../manifest/document-state.ts';
import type { Manifest, ObjectPart, PageRecord } from '../manifest/manifest.ts';
import type { Fault } from './compare-text.ts';
import { compareFirstForm } from './first-format.ts';

/** What each part is to a reader. */
const PARTS: Readonly<Record<ObjectPart, string>> = {
  tags: '标签（无障碍结构）',
  fonts: '嵌入的字体或其文字对照表',
  bookmarks: '书签',
  files: '附件的名称、类型或说明',
  information: '文件信息（标题、单位、日期）',
  catalog: '文件的设置（页码、色彩、链接的目标、打开方式）',
};

/** Holds the pages of a PDF and all objects that they are made of against what its list says of them. */
export function compareObjects(
  manifest: Manifest,
  state: DocumentState,
  document: PDFDocument,
): readonly Fault[] {
  const { length } = manifest.pages;
  const pages = manifest.pages.flatMap((record, index) => comparePage(record, state.pages[index], index + 1));
  const count =
    state.pages.length === length ? [] : [{ message: `应有${length}页，实有${state.pages.length}页` }];
  const described =
    state.description === manifest.description ? [] : [{ message: '元数据（XMP）与生成时不一样' }];
  const { objects } = manifest;
  const parts =
    objects === undefined
      ? compareFirstForm(manifest, document)
      : Object.entries(PARTS)
          .filter(([part]) => objects[part as ObjectPart] !== state.objects[part as ObjectPart])
          .map(([, words]) => ({ message: `${words}与生成时不一样` }));
  return [...pages, ...count, ...described, ...parts];
}

function comparePage(expected: PageRecord, found: PageRecord | undefined, page: number): readonly Fault[] {
  if (found === undefined) return [{ page, message: '缺这一页' }];
  const { furniture, drawing, frame } = expected;
  if (found.furniture !== furniture)
    return [{ page, message: `页眉页脚应为“${furniture}”，实为“${found.furniture}”` }];
  if (found.drawing !== drawing) return [{ page, message: '这一页画的与生成时不一样' }];
  return frame === undefined || found.frame === frame
    ? []
    : [{ page, message: '这一页的纸张、图或链接与生成时不一样' }];
}
