import type { Cue, Role } from './roles.ts';

export type Found = Omit<Cue, 'words'>;

export function said(role: Role, subject: string): Found {
  return { role, direction: 0, subject };
}
