import { entriesOf } from '../../source/writer/value.ts';
import { isInOlderPack, packFolderOf } from '../older-pack.ts';
import type { Step } from '../step.ts';

/** One table was set in smaller type by its key; now tables say it themselves. */
export const DENSE_TABLE: Step = {
  since: '0.1.0',
  files: /^templates\/[^/]+\/tables\/basic-expenditure\.yaml$/u,
  find(document, others) {
    const entries = entriesOf(document.root);
    const isOlder = entries.has('正文') && !entries.has('密排') && isInOlderPack(document, others);
    if (!isOlder) return [];
    return [
      {
        at: ['密排'],
        change: `这张表原来由程序排小一号，现在由表写“密排: 是”（${packFolderOf(document)}pack.yaml 是以前的写法）`,
        rewrite: { edits: [{ do: 'insert', at: [], key: '密排', value: '是' }] },
      },
    ];
  },
};
