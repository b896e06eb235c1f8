import type { EnvironmentReader } from "./environment.js";

/** What a subgraph reads that counts school days. */
export const holidayVariables = {
  HOLIDAYS:
    "days on which schools are closed beside weekends, divided by spaces, such as `2027-01-01`: no digests to teachers then, and no day of a request's waiting",
};

export function readHolidays(read: EnvironmentReader<keyof typeof holidayVariables>): string[] {
  const days = (read.text("HOLIDAYS") ?? "").split(/[\s,]+/).filter((day) => day !== "");
  for (const day of days.filter((each) => !/^\d{4}-\d{2}-\d{2}$/.test(each)))
    read.problem("HOLIDAYS", `HOLIDAYS names “${day}”, which is no day.`, "Write days as 2027-01-01.", {
      what: `HOLIDAYS 中的「${day}」不是日期。`,
      remedy: "日期請寫成 2027-01-01。",
    });
  return days;
}
