/** Weights and check characters of the 18-digit identity number (GB 11643). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** The first two digits of every region of GB/T 2260, by tens: 11–15, 21–23, … */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/;

/** Whether 18 characters begin as an identity number does: a region, then a day of birth that the calendar has. */
export function looksLikeIdentityNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && PROVINCE.test(text) && isBirthday(text.slice(6, 14));
}

/** Whether the last character of an 18-digit number checks the others. */
export function hasIdentityCheck(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === text[17];
}

/** Whether 15 digits may be an identity number of the form given out until 1999, which has no check digit. */
export function looksLikeOldIdentityNumber(text: string): boolean {
  return /^\d{15}$/.test(text) && PROVINCE.test(text) && isBirthday(`19${text.slice(6, 12)}`);
}

/** Whether `19850307` is a day on which somebody alive may have been born. */
function isBirthday(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the digits pass the check of bank cards (Luhn, GB/T 19584). */
export function isCardNumber(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
