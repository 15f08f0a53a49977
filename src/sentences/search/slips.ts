import { remembered } from '../../source/remembered.ts';
import { withOneLess, withOneMore, withOneReplaced } from '../digit-slips.ts';
import type { Term } from './terms.ts';

/** What the hand did: two digits exchanged, one digit another one, the point elsewhere, a digit lost or doubled. */
export type SlipKind = 'turned' | 'exchanged' | 'digit' | 'moved' | 'length';

/** A number as it may have been before one slip. */
export interface Slip {
  readonly kind: SlipKind;
  readonly value: number;
}

/** Digits of a number in which one too many or too few is no other number. */
const TELLING = 4;
/** 100.00, 5: wherever its point stands, it is like many others. */
const ROUND = /^0*[1-9]0*$/u;
const POWERS = [10, 100, 10000];

/** All numbers that one slip turns into what is written. */
export const slipsOf = remembered((term: Term): readonly Slip[] => {
  const { quantity, value } = term;
  if (value === 0) return [];
  const written = quantity.digits.replaceAll(',', '');
  const factor = value / Number(written);
  const seen = new Set([value]);
  return slipsIn(written).flatMap(({ kind, value: digits }) => {
    const meant = digits * factor;
    if (meant === 0 || seen.has(meant)) return [];
    seen.add(meant);
    return [{ kind, value: meant }];
  });
});

function slipsIn(written: string): readonly Slip[] {
  const point = written.indexOf('.');
  const digits = written.replace('.', '');
  const scale = 10 ** (point < 0 ? 0 : digits.length - point);
  const asNumber = (kind: SlipKind, all: readonly string[]): readonly Slip[] =>
    all.map((one) => ({ kind, value: Number(one) / scale }));
  const own = Number(written);
  return [
    ...asNumber('exchanged', exchanged(digits)),
    ...(ROUND.test(digits)
      ? []
      : POWERS.flatMap((power): Slip[] => [
          { kind: 'moved', value: own * power },
          { kind: 'moved', value: own / power },
        ])),
    ...asNumber('digit', withoutZeroFirst(withOneReplaced(digits), digits)),
    ...(digits.length < TELLING ? [] : asNumber('length', [...withOneLess(digits), ...withOneMore(digits)])),
  ];
}

function exchanged(digits: string): readonly string[] {
  const all = [...digits].flatMap((a, at) =>
    [...digits.slice(at + 1)].map(
      (b, gap) =>
        digits.slice(0, at) + b + digits.slice(at + 1, at + 1 + gap) + a + digits.slice(at + 2 + gap),
    ),
  );
  return withoutZeroFirst(all, digits);
}

/** Nobody writes 010.00. */
function withoutZeroFirst(all: readonly string[], digits: string): readonly string[] {
  return all.filter((one) => !one.startsWith('0') || digits.startsWith('0'));
}
