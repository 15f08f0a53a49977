/**
 * The time that whoever builds asks for.
 *
 * @param seconds `SOURCE_DATE_EPOCH` of the environment: seconds since 1970
 * @returns undefined unless it is a number of seconds
 */
export function sourceDate(seconds: string | undefined): Date | undefined {
  if (seconds === undefined || !/^\d{1,11}$/u.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000);
}
