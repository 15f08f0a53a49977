/** What is tried with a table, each of it one step further from how it would look best. */
export interface FitStep {
  /** Its letters, as a part of the stylesheet's, which are the smallest. */
  readonly fit: number;
  /** The air between its lines and rows, as a part of the stylesheet's. */
  readonly air: number;
  /** Which pages it stands on: those of its kind, or others that print-pages.ts knows. */
  readonly room: '' | 'tight' | 'turned';
  /** Whether its columns are as wide as what is in them, rather than as its layout says. */
  readonly content: boolean;
}

const OWN = { room: '', content: false } as const;
const BY_CONTENT = { room: '', content: true } as const;

/** For tables and forms; the letters of no step are smaller than the stylesheet's: nine points. */
export const SHEET_STEPS: readonly FitStep[] = [
  ...[1.12, 1.06, 1].map((fit) => ({ fit, air: 1, ...OWN })),
  { fit: 1, air: 0.6, ...OWN },
  { fit: 1, air: 0.6, ...BY_CONTENT },
  { fit: 1, air: 0.3, ...OWN, room: 'tight' },
  { fit: 1, air: 0.3, ...BY_CONTENT, room: 'tight' },
  { fit: 1, air: 0, ...OWN, room: 'tight' },
  { fit: 1, air: 0, ...BY_CONTENT, room: 'tight' },
  { fit: 1, air: 0.3, ...BY_CONTENT, room: 'turned' },
];

/** For the contents list and the charts: less air, then smaller letters, down to nine points as well. */
export const OVERVIEW_STEPS: readonly FitStep[] = [
  ...[1, 0.5, 0].map((air) => ({ fit: 1, air, ...OWN })),
  { fit: 0.95, air: 0, ...OWN },
  { fit: 0.9, air: 0, ...OWN },
];
