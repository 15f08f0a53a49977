import { suggestion } from '../accounts/suggestion.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { wideSignIn } from '../source/wide-signs.ts';
import type { FigureUnit } from '../figures/figure.ts';
import { phrasePair, quotientPair } from './argument-pairs.ts';
import type { ArgumentKind, HelperSignature } from './language.ts';
import { fieldsOf, type Scope } from './scope.ts';
import { asPath, asText, idOf, writtenAs } from './template-paths.ts';
import type { FieldUnits, NameReference, Reference, References } from './template-references.ts';

/** What a list's block says of the place of an item. */
const ITEM_FLAGS = ['@first', '@last'];

/** What some arguments can be, and what is said of others. */
const WORDS: Readonly<Record<'places' | 'yes', readonly [form: RegExp, message: string]>> = {
  places: [/^[0-6]$/, '此处应是引号里的小数位数，例如 "1"'],
  yes: [/^[是否]$/u, '此处应写 "是" 或 "否"'],
};

/** Checks the arguments of helpers and gathers what they name. */
export class ArgumentCheck {
  readonly figures: Reference[] = [];
  readonly states: NameReference[] = [];
  readonly tables: References['tables'][number][] = [];
  readonly forms: NameReference[] = [];
  readonly texts = new Set<string>();
  readonly lists = new Set<string>();
  readonly fieldUnits: FieldUnits[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly placeOf: (node: hbs.AST.Node) => Place;

  constructor(placeOf: (node: hbs.AST.Node) => Place) {
    this.placeOf = placeOf;
  }

  /** Checks one argument of a helper against what it should be. */
  check(param: hbs.AST.Expression, kind: ArgumentKind, signature: HelperSignature, scope: Scope): void {
    if (param.type === 'SubExpression') this.report(param, 'template-syntax', '助手的参数里不能再套助手');
    else if (kind === 'string') this.text(param, signature, scope);
    else if (kind === 'text') this.printable(param, scope);
    else if (kind === 'places' || kind === 'yes') this.word(param, WORDS[kind]);
    else if (kind === 'state') this.state(param);
    else if (kind === 'phrase') this.phrase(param, scope);
    else if (kind === 'table') this.table(param, scope);
    else if (kind === 'form') this.form(param, scope);
    else if (kind === 'list') this.list(param, signature, scope);
    else this.inScope(param, kind, signature, scope);
  }

  /** Arguments that depend on where they stand. */
  private inScope(
    param: hbs.AST.Expression,
    kind: ArgumentKind,
    signature: HelperSignature,
    scope: Scope,
  ): void {
    if (kind === 'field') this.report(param, 'template-syntax', '这个参数只能用在清单上');
    else if (kind === 'index') this.index(param, scope);
    else if (kind === 'condition') this.condition(param, signature, scope);
    else this.figure(param, signature, scope);
  }

  private text(param: hbs.AST.Expression, { figureOf, choices }: HelperSignature, { fields }: Scope): void {
    const path = asPath(param);
    if (path !== undefined && fields.get(path.original)?.kind === 'string') return;
    const text = asText(param);
    if (text === undefined) this.report(param, 'template-syntax', '此处应是引号里的文字');
    else if (choices !== undefined && !choices.includes(text.value))
      this.report(text, 'unknown-name', `此处没有“${text.value}”，可以写：${choices.join('、')}`);
    else if (figureOf !== undefined)
      this.figures.push({ id: figureOf(text.value), place: this.placeOf(text) });
  }

  private printable(param: hbs.AST.Expression, { fields, vocabulary }: Scope): void {
    const name = asPath(param)?.original ?? '';
    if (fields.get(name)?.kind === 'text' || vocabulary.texts.includes(name)) return;
    const known = [...fields].flatMap(([one, { kind }]) => (kind === 'text' ? [one] : []));
    const near = suggestion(name, [...known, ...vocabulary.texts]);
    this.report(param, 'unknown-name', `没有“${name}”这段文字${near}`);
  }

  private word(param: hbs.AST.Expression, [form, message]: (typeof WORDS)['yes']): void {
    if (!form.test(asText(param)?.value ?? '')) this.report(param, 'template-syntax', message);
  }

  private state(param: hbs.AST.Expression): void {
    const text = asText(param);
    if (text !== undefined) this.states.push({ name: text.value, place: this.placeOf(text) });
    else this.report(param, 'template-syntax', '此处应是引号里的情形，例如 "首次公开"');
  }

  private phrase(param: hbs.AST.Expression, { vocabulary: { phrases } }: Scope): void {
    const text = asText(param);
    if (text === undefined) this.report(param, 'template-syntax', '此处应是引号里的措辞名称');
    else if (!phrases.includes(text.value)) {
      const message = `pack.yaml 的“自定措辞”中没有“${text.value}”${suggestion(text.value, phrases)}`;
      this.report(text, 'unknown-name', message);
    }
  }

  /** What a helper makes of its arguments together: what one figure is of another, or a phrase that a figure chooses. */
  together(
    params: readonly hbs.AST.Expression[],
    { quotient, arguments: kinds }: HelperSignature,
    scope: Scope,
  ): void {
    const pair = quotient && quotientPair(params, quotient, scope);
    if (pair !== undefined && 'problem' in pair) this.report(pair.node, 'wrong-helper', pair.problem);
    else if (pair !== undefined)
      this.figures.push({ id: pair.id, place: this.placeOf(pair.node), parts: pair.parts });
    const chosen = kinds[0] === 'phrase' ? phrasePair(params, scope) : undefined;
    if (chosen !== undefined)
      this.figures.push({ id: chosen.id, place: this.placeOf(chosen.node), phrase: chosen.phrase });
  }

  private table(param: hbs.AST.Expression, { fields }: Scope): void {
    const path = asPath(param);
    const place = this.placeOf(param);
    const text = asText(param);
    if (path !== undefined && fields.get(path.original)?.kind === 'string')
      this.tables.push({ key: 'all', place });
    else if (text !== undefined) this.tables.push({ key: text.value, place });
    else this.report(param, 'template-syntax', '此处应是“决算表清单”里的 键，或引号里的表名');
  }

  private form(param: hbs.AST.Expression, { vocabulary: { forms } }: Scope): void {
    const text = asText(param);
    const name = text?.value ?? '';
    if (text === undefined) this.report(param, 'template-syntax', '此处应是引号里的自评表种类');
    else if (forms === undefined || forms.includes(name))
      this.forms.push({ name, place: this.placeOf(text) });
    else {
      const message = `pack.yaml 的“自评表种类”中没有“${name}”${suggestion(name, forms)}`;
      this.report(text, 'unknown-name', message);
    }
  }

  /** A field of a list by which its items are picked or put in order. */
  pick(param: hbs.AST.Expression, list: hbs.AST.Expression | undefined, scope: Scope): void {
    const text = asText(param);
    const fields = fieldsOf(scope, (list && asPath(list)?.original) ?? '');
    const known = [...(fields ?? [])].flatMap(([name, { kind }]) => (kind === 'figure' ? [name] : []));
    if (fields === undefined || known.includes(text?.value ?? '')) return;
    const named = text?.value ?? '';
    const message = `清单各项没有“${named}”这个数${suggestion(named, known)}；要写引号里的名称`;
    this.report(param, 'unknown-name', message);
  }

  private list(param: hbs.AST.Expression, { block }: HelperSignature, scope: Scope): void {
    const name = asPath(param)?.original ?? '';
    const fields = fieldsOf(scope, name);
    if (fields === undefined)
      this.report(
        param,
        'unknown-name',
        `没有“${name}”这个清单${suggestion(name, [...scope.vocabulary.lists.keys()])}`,
      );
    else if (block !== true && !fields.has('名称'))
      this.report(
        param,
        'template-syntax',
        `清单“${name}”没有名称可以连起来；请用 {{#each ${name}}}…{{/each}}`,
      );
    else this.lists.add(name);
  }

  private index(param: hbs.AST.Expression, { inList }: Scope): void {
    const path = asPath(param);
    if (path?.original !== '@index')
      this.report(param, 'template-syntax', '此处应写 @index（清单中的第几项）');
    else if (!inList) this.report(param, 'template-syntax', '@index 只能用在 {{#each …}} 里面');
  }

  private condition(param: hbs.AST.Expression, signature: HelperSignature, scope: Scope): void {
    const { inList } = scope;
    const flag = asPath(param)?.original ?? '';
    if (!ITEM_FLAGS.includes(flag)) this.list(param, signature, scope);
    else if (!inList) this.report(param, 'template-syntax', `${flag} 只能用在 {{#each …}} 里面`);
  }

  private figure(param: hbs.AST.Expression, signature: HelperSignature, { fields }: Scope): void {
    const path = asPath(param);
    if (path === undefined) {
      this.report(param, 'template-syntax', '此处应是数字的名称，例如 收入.总计');
      return;
    }
    const field = fields.get(path.original);
    if (field?.kind === 'figure') this.field(path, field.unit, signature);
    // A phrase also has words for a row that there is not.
    else if (signature.arguments[0] !== 'phrase') this.named(path, signature);
  }

  private named(path: hbs.AST.PathExpression, { units, figureOf }: HelperSignature): void {
    const id = figureOf === undefined ? idOf(path) : figureOf(idOf(path));
    this.figures.push({ id, place: this.placeOf(path), ...(units && { units }) });
  }

  /** A figure of the place around: of a list's item, of a phrase. */
  private field(
    path: hbs.AST.PathExpression,
    unit: FigureUnit | undefined,
    { units, figureOf }: HelperSignature,
  ): void {
    if (units === undefined || figureOf !== undefined) return;
    if (unit === undefined) this.fieldUnits.push({ field: path.original, units });
    else if (!units.includes(unit)) {
      const message = `“${path.original}”的单位是${unit}，这个助手只印${units.words}；请换一个助手`;
      this.report(path, 'wrong-helper', message);
    }
  }

  /** Reports what is wrong with a name or a text, which a sign of the wrong width may explain. */
  report(node: hbs.AST.Node, rule: string, message: string): void {
    this.diagnostics.push(error(rule, message + wideSignIn(writtenAs(node)), this.placeOf(node)));
  }
}
