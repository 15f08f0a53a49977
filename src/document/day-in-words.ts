/** 2024年8月20日 for 2024-08-20; anything else, such as 未公开, as it is. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return date === undefined ? day : `${year}年${month}月${date}日`;
}
