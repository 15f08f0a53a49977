import { beforeAll, describe, it } from 'vitest';
import { remembering } from '../../src/source/recall.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles } from '../support/project.ts';
import { expectExact } from './exactness.ts';
import { saidBy, type Said } from './independent.ts';
import { KINDS } from './kinds.ts';

/** The rest is held against whole builds in test/long/diff-builds.test.ts. */
const SAMPLE = [
  'an amount and its approved total',
  'a code',
  'a reason that is gone',
  'a heading of a table',
  'a new form',
];

let before: readonly RawFile[];
let said: Said;
const recall = remembering();

beforeAll(async () => {
  before = (await realFiles('demo-bureau')).filter(({ path }) => !/\/202[01]\//.test(path));
  said = saidBy(before, recall);
});

describe('diff lists the figures, sentences and cells that are not the same, all of them and no other', () => {
  it.each(KINDS.filter(([name]) => SAMPLE.includes(name)))('%s', (_, apply) => {
    const after = apply(before);
    expectExact({ before, after }, { before: said, after: saidBy(after, recall) }, recall);
  });
});
