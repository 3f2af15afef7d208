/**
 * The day in a file's name with all digits of its year: Jekyll allows two (document.rb,
 * `DATE_FILENAME_MATCHER`), of which Ruby's `Time.parse` takes 69 to 99 as 19xx, others as 20xx.
 */
export function withFullYear(day: string): string {
  return day.replace(/^\d\d(?=-)/, (year) => (Number(year) < 69 ? `20${year}` : `19${year}`));
}
