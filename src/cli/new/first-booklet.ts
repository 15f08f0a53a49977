import { suggestion } from '../../accounts/suggestion.ts';
import { slugProblem, unitOf } from '../../accounts/content-files.ts';
import { firstYear, type FirstYear } from '../../import/first-year/first-year.ts';
import { filledIn, openIn } from '../../import/first-year/existing-files.ts';
import { onlyPack, pathsOf } from '../../import/project.ts';
import { packNamedIn } from '../../compile/used-packs.ts';
import type { Pack } from '../../pack/pack.ts';
import { excusesOf } from '../../pack/declared-states.ts';
import { LAST_YEAR } from '../../pack/requirement-schema.ts';
import type { RawFile } from '../../source/source-file.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { readPacks } from '../pack/open-packs.ts';
import { WrongCommand } from '../wrong-command.ts';
import type { Answers } from './answers.ts';
import { besideExisting, type BesideExisting } from './beside-existing.ts';
import {
  formsQuestion,
  KIND,
  KNOWN,
  lastYearQuestion,
  NAME,
  packQuestion,
  type WantedForms,
} from './questions.ts';

/** A unit and year to begin. */
export interface NewTarget {
  readonly slug: string;
  readonly year: number;
}

/** A unit's first booklet: its files by their paths, and what is not in them. */
export interface FirstBooklet extends BesideExisting {
  readonly says: readonly string[];
}

/** Makes the files of a unit's first booklet of what is answered, beside those that exist: these get what they lack. */
export async function firstBooklet(
  target: NewTarget,
  files: readonly RawFile[],
  answers: Answers,
): Promise<FirstBooklet> {
  const problem = slugProblem(target.slug);
  if (problem !== undefined) throw new WrongCommand(problem);
  answers.say(
    `${target.slug} 在 ${target.year} 年度以前没有决算${nearUnit(target.slug, files)}新建第一本。Ctrl-C 放弃，不写任何文件。`,
  );
  const begun = await answered(target, files, answers);
  const { pack, forms } = begun;
  const asked = pack.forms.filter(
    ({ kind }) =>
      pack.required.forms[kind.key] !== undefined && !forms.some(({ form }) => form.kind === kind),
  );
  const says = asked.map(({ kind }) => `没有建${kind.title}；有支出的要有，到时 check 会列出`);
  const { files: made, kept } = besideExisting(firstYear(begun, files), files);
  const filled = filledIn(begun, files);
  return {
    files: new Map([...filled, ...made]),
    kept: kept.filter((path) => !filled.has(path)),
    says: [...[...filled.keys()].map((path) => `已有的 ${path} 补上了答的`), ...says],
  };
}

/** What is known of the booklet; a wrong command where it is not all known. */
async function answered(
  { slug, year }: NewTarget,
  files: readonly RawFile[],
  answers: Answers,
): Promise<FirstYear> {
  const exists = (path: string): boolean => files.some((file) => file.path === path);
  const unit = await bodyOf(openIn(files, pathsOf(slug, year).unit), answers);
  const pack = packNamed({ slug, year }, files, answers) ?? (await packFor(year, files, answers));
  const hasComparatives = exists(pathsOf(slug, year - 1).accounts);
  const lastYear = await lastYearOf(pack, year, hasComparatives, answers);
  const forms = await formsOf(pack, answers);
  if (answers.missing.length > 0 || pack === undefined || lastYear === undefined || forms === undefined)
    throw new WrongCommand(
      `单位“${slug}”在 ${year} 年度以前没有决算${nearUnit(slug, files)}新建第一本要写明 ${answers.missing.join('、')}；在终端里运行会逐项询问`,
    );
  const states = [...(lastYear === KNOWN ? [] : [lastYear]), ...statesWithout(pack, forms)];
  const comparatives = lastYear === KNOWN && !hasComparatives && excusesOf(LAST_YEAR, pack) !== '';
  return { slug, year, pack, unit, states, forms, comparatives };
}

/** Of a unit that there is not, what may have been meant; ends a clause or a sentence. */
function nearUnit(slug: string, files: readonly RawFile[]): string {
  const folders = new Set(files.flatMap(({ path }) => unitOf(path) ?? []));
  const near = folders.has(slug) ? '' : suggestion(slug, [...folders]);
  if (near === '') return '；';
  return near.endsWith('？') ? near : `${near}。`;
}

/** What of the body is not known yet; undefined where its file says all. */
async function bodyOf(open: readonly string[], answers: Answers): Promise<FirstYear['unit']> {
  const said = ['name', 'kind'].filter((option) => answers.has(option) && !open.includes(option));
  if (said.length > 0)
    throw new WrongCommand(
      `单位的 unit.yaml 已经有了，名称、类型照它；请去掉 ${said.map((option) => `--${option}`).join('、')}`,
    );
  const name = open.includes('name') ? await answers.to(NAME) : undefined;
  const kind = open.includes('kind') ? await answers.to(KIND) : undefined;
  return name === undefined && kind === undefined ? undefined : { name, kind };
}

/** The pack that the year's accounts name: those that were imported say by which they were read. */
function packNamed({ slug, year }: NewTarget, files: readonly RawFile[], answers: Answers): Pack | undefined {
  const own = files.find(({ path }) => path === pathsOf(slug, year).accounts);
  const named = own && packNamedIn(own);
  if (named === undefined) return undefined;
  if (answers.contradicts('pack', named))
    throw new WrongCommand(`accounts.yaml 的“模板”是 ${named}，与 --pack 不同；请去掉 --pack，或先改“模板”`);
  return readPacks(files).packs.get(named);
}

async function packFor(year: number, files: readonly RawFile[], answers: Answers): Promise<Pack | undefined> {
  const fitting = [...readPacks(files).packs.values()]
    .filter(({ years }) => years.includes(year))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  if (fitting.length === 0)
    throw new Refusal(
      `没有适用 ${year} 年度的模板包；格式没有变的，在模板包的“年度”里加上 ${year}，变了的，运行 npx mingbai pack new 名称 --from 模板包 --year ${year} 新建一个`,
    );
  const only = answers.has('pack') ? undefined : onlyPack(fitting);
  return only ?? answers.to(packQuestion(fitting, year));
}

/** 有, or the state by which there are no figures of last year. */
async function lastYearOf(
  pack: Pack | undefined,
  year: number,
  hasComparatives: boolean,
  answers: Answers,
): Promise<string | undefined> {
  if (hasComparatives) {
    const said = answers.has('last-year') && pack && (await answers.to(lastYearQuestion(pack, year)));
    if (said === undefined || said === false || said === KNOWN) return KNOWN;
    throw new WrongCommand(`--last-year 是“${said}”，却有 ${year - 1} 年度的数；两者矛盾，请改正其一`);
  }
  if (pack === undefined) return missing(answers, 'last-year', `${KNOWN}，或没有上年数的情形`);
  return excusesOf(LAST_YEAR, pack) === '' && !answers.has('last-year')
    ? KNOWN
    : answers.to(lastYearQuestion(pack, year));
}

async function formsOf(
  pack: Pack | undefined,
  answers: Answers,
): Promise<readonly WantedForms[] | undefined> {
  if (pack === undefined) return missing(answers, 'forms', '自评表的种类和张数，或 无');
  return pack.forms.length === 0 && !answers.has('forms') ? [] : answers.to(formsQuestion(pack));
}

/** What there is to choose from is the pack's to say, which is not known either. */
function missing(answers: Answers, option: string, operand: string): undefined {
  if (!answers.has(option)) answers.missing.push(`--${option} ${operand}`);
}

/** The states by which there need be none of the forms of which there are none; those of which there is but one. */
function statesWithout({ states }: Pack, forms: readonly WantedForms[]): readonly string[] {
  return forms
    .filter(({ count }) => count === 0)
    .flatMap(({ form }) => {
      const fitting = [...states].filter(([, { excuses }]) => excuses.includes(form.kind.called));
      return fitting.length === 1 ? fitting.map(([name]) => name) : [];
    });
}
