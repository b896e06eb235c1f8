import { isCalendarDate } from "@campus-graph/kit/text/calendar";
import { halfWidth, longestInput, plainDashes } from "@campus-graph/kit/text/characters";
import { hanNumerals, readHanNumber } from "./han-numbers.js";
import { InvalidBirthDate } from "./refusals.js";

declare const brand: unique symbol;

/** A day on which somebody was born, as yyyy-MM-dd. */
export type BirthDate = string & { readonly [brand]: "BirthDate" };

const earliestYear = 1900;

const republic = String.raw`(?:(?:中華)?民國|民|R\.?O\.?C\.?)`;
/** With the Republic's name a year of two digits is no other's. */
const ofRepublic = new RegExp(
  String.raw`^${republic}(?<year>\d{1,3})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$`,
  "i",
);
/** A spreadsheet's midnight, in the words of its language. */
const midnight =
  /[ T](?:(?:上午|AM) ?)?(?:0?0|12(?=.*AM)|(?<=上午 ?)12):00(?::00(?:\.0+)?)?(?: ?AM|Z|\+08:?00)?$/i;

/**
 * Reads 2018/11/21, 2018-1-2, 107.11.21, 民國107年1月2日, 20181121 and 1071121. A year of four digits is the West's, one
 * of three the Republic's; one of two could be either and is refused (BAD_BIRTH_DATE), as are days to come.
 */
export function parseBirthDate(text: string, today: string): BirthDate {
  if (text.length > longestInput) throw new InvalidBirthDate();
  const written = plainDashes(halfWidth(text))
    .replace(midnight, "")
    .replace(/\s+/g, "")
    .replace(/[零○]/g, "〇")
    .replace(new RegExp(`[${hanNumerals}]+(?=[年月日])`, "g"), (number) => readHanNumber(number) ?? number);
  const parts =
    /^(?:西元(?=\d{4}))?(?<year>\d{3,4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/.exec(written) ??
    ofRepublic.exec(written) ??
    /^(?<year>\d{3,4})(?<month>\d{2})(?<day>\d{2})$/.exec(written);
  if (!parts?.groups) throw new InvalidBirthDate();
  const { year = "", month, day } = parts.groups;
  // There was no year 0.
  if (Number(year) === 0) throw new InvalidBirthDate();
  const western = Number(year) + (year.length < 4 ? 1911 : 0);
  const date = [western, month, day].map((part) => String(part).padStart(2, "0")).join("-");
  if (western < earliestYear || !isCalendarDate(date) || date > today) throw new InvalidBirthDate();
  return date as BirthDate;
}
