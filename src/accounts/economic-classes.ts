/** Economic classes of 人员经费 (R48). */
export const PERSONNEL_CLASSES: readonly string[] = ['301', '303'];

/** Economic classes of 公用经费 (R49) that every booklet has, be it with nothing. */
export const GENERAL_OPERATING_CLASSES: readonly string[] = ['302', '307', '310', '312', '399'];

/** Whether basic expenditure of this economic code is 人员经费; everything else is 公用经费. */
export function isPersonnel(code: string): boolean {
  return PERSONNEL_CLASSES.includes(code.slice(0, 3));
}
