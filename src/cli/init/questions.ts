import type { Question } from '../new/answers.ts';

/** Where repositories are kept, by the names of their folders in scripts/workflows/. */
const FORGES: Readonly<Record<string, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab，包括自建的',
  gitee: '码云 Gitee（Gitee Go）',
  gitea: 'Gitea、Forgejo，包括自建的',
};

/** That no workflows are wanted, or not yet. */
const NONE = '无';

/** Whose workflows are to be written. */
export const FORGE: Question<readonly string[]> = {
  option: 'forge',
  operand: '代码托管平台',
  prompt:
    '代码库放在哪个平台？写好它的流水线，合并请求会自动核对。几个都用的写在一行，如 github,gitlab；没有定的写 无。',
  choices: [
    ...Object.entries(FORGES).map(([word, means]) => ({ word, means })),
    { word: NONE, means: '以后再定' },
  ],
  read: (answer) => {
    const words = answer.split(/[,，、\s]+/u).filter((word) => word !== '');
    if (words.length === 0 || (words.length === 1 && words[0] === NONE)) return { value: [] };
    const unknown = words.find((word) => !Object.hasOwn(FORGES, word));
    return unknown === undefined
      ? { value: [...new Set(words)] }
      : { why: `可以写的有：${Object.keys(FORGES).join('、')}，没有定的写 ${NONE}，不能是“${unknown}”` };
  },
};

/** What the site calls itself where nobody says. */
const SITE_NAME = '部门决算公开';

/** The name of the site. */
export const NAME: Question<string> = {
  option: 'name',
  operand: '站名',
  prompt: `网站叫什么？直接按回车就叫“${SITE_NAME}”。`,
  read: (answer) => ({ value: answer === '' ? SITE_NAME : answer }),
};
