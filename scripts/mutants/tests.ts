/** Names the environment variable in which the runner's processes find the tests. */
export const TESTS_VARIABLE = 'MINGBAI_MUTANTS_TESTS';

/** Names the environment variable that holds the names of the rules whose checks stand on the changed files. */
export const RULES_VARIABLE = 'MINGBAI_MUTANTS_RULES';

/** For each folder under src/ the tests that hold it, the quickest and widest first. */
export const TESTS: Readonly<Record<string, readonly string[]>> = {
  figures: [
    'test/figures/value.test.ts',
    'test/figures/ids.test.ts',
    'test/figures/evaluations.test.ts',
    'test/reference/reference-text.test.ts',
    'test/figures/registry.test.ts',
    'test/figures/origins.test.ts',
    'test/outputs/data/figures.test.ts',
    'test/figures/settled.test.ts',
    'test/compile/booklet-comparison.test.ts',
    'test/figures/basic-expenditure.test.ts',
    'test/figures/fiscal-rows.test.ts',
    'test/figures/budgets.test.ts',
    'test/pack/declared-sums.test.ts',
    'test/pack/own-facts.test.ts',
    'test/pack/open-tables.test.ts',
  ],
  checks: [
    'test/editor/rule-list.test.ts',
    'test/checks/personal/personal-numbers.test.ts',
    'test/checks/accounts/budget-and-outturn.test.ts',
    'test/checks/accounts/funds-and-budgets.test.ts',
    'test/checks/words/empty-words.test.ts',
    'test/checks/evaluations/stated-grade.test.ts',
    'scripts/mutants/rule-cases.test.ts',
    'test/checks/rounding.test.ts',
    'test/checks/opposite-changes.test.ts',
    'test/checks/reference-oddities.test.ts',
    'test/checks/waivers.test.ts',
  ],
  document: [
    'test/document/print-figure.test.ts',
    'test/document/table-hast.test.ts',
    'test/document/lists.test.ts',
    'test/reference/reference-text.test.ts',
    'test/document/glyphs.test.ts',
    'test/pack/second-pack.test.ts',
    'test/pack/form-kinds.test.ts',
    'test/pack/own-texts.test.ts',
    'test/site/imprint.test.ts',
    'test/document/forms.test.ts',
    'test/document/form-links.test.ts',
    'test/document/table-cells.test.ts',
    'test/document/wrapped-files.whole.test.ts',
    'test/compile/required-content.test.ts',
    'test/compile/negative-rows.test.ts',
  ],
  'outputs/data': [
    'test/outputs/data/cells.test.ts',
    'test/outputs/data/tables.test.ts',
    'test/outputs/data/figures.test.ts',
    'test/outputs/data/data-set.whole.test.ts',
    'test/outputs/data/publication.whole.test.ts',
    'test/outputs/data/workbook.test.ts',
  ],
};
