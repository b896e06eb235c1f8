import { isCalendarDate } from "./calendar.js";
import { halfWidth, longestInput, plainDashes } from "./characters.js";
import { InvalidBirthDate } from "./refusals.js";

declare const brand: unique symbol;

/** A day on which somebody was born, as yyyy-MM-dd. */
export type BirthDate = string & { readonly [brand]: "BirthDate" };

const earliestYear = 1900;

/**
 * Reads 2018/11/21, 2018-1-2, 107.11.21, 民國107年1月2日, 20181121 and 1071121. A year of four digits is the West's, one
 * of three the Republic's; one of two could be either and is refused (BAD_BIRTH_DATE), as are days to come.
 */
export function parseBirthDate(text: string, today: string): BirthDate {
  if (text.length > longestInput) throw new InvalidBirthDate();
  const written = plainDashes(halfWidth(text))
    .replace(/[ T](?:上午 ?)?0?0:00(?::00(?:\.0+)?)?$/, "")
    .replace(/\s+/g, "");
  const parts =
    /^(?:民國|西元(?=\d{4}))?(?<year>\d{3,4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/.exec(
      written,
    ) ??
    /^民國(?<year>\d{1,2})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/.exec(written) ??
    /^(?<year>\d{3,4})(?<month>\d{2})(?<day>\d{2})$/.exec(written);
  if (!parts?.groups) throw new InvalidBirthDate();
  const { year = "", month, day } = parts.groups;
  const western = Number(year) + (year.length < 4 ? 1911 : 0);
  const date = [western, month, day].map((part) => String(part).padStart(2, "0")).join("-");
  if (western < earliestYear || !isCalendarDate(date) || date > today) throw new InvalidBirthDate();
  return date as BirthDate;
}
