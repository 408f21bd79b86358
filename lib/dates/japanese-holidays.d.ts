/** The part of japanese-holidays 1.0.10 that we use; the package has no types of its own. */
declare module 'japanese-holidays' {
  const JapaneseHolidays: {
    /** Months 1–12, days of the month. With substitutes (振替休日) when the second argument is true. */
    getHolidaysOf(year: number, substitutes: boolean): { month: number; date: number; name: string }[];
  };
  export default JapaneseHolidays;
}
