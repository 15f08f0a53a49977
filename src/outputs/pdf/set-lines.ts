import { mendingProgram, type LineLimits } from './loose-lines.ts';

/**
 * Less than a point is left between two characters; half of a mark is blank; nobody sees all letters of a paragraph move by
 * a few hundredths of their size.
 */
const LIMITS: LineLimits = {
  mostLeft: 0.05,
  squeezes: [0.12, 0.25, 0.4],
  nudges: [-0.01, 0.01, -0.02, 0.02, -0.03, 0.03],
};

/**
 * The program that mends lines whose characters would stand far apart because what follows does not fit: a number may then
 * stand apart from its unit, though never in pieces, and else the marks of the line are set closer, so that what follows fits
 * after all.
 */
export const SET_LINES = mendingProgram(LIMITS);
