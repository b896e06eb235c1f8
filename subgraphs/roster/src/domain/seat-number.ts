import { halfWidth, longestInput } from "@campus-graph/kit/text/characters";
import { hanNumerals, readHanNumber } from "./han-numbers.js";
import { InvalidSeatNumber } from "./refusals.js";

const isHanNumber = new RegExp(`^[${hanNumerals}]+$`);

/** A seat from 1 to 999, as 3, 03, ３, 3 號 or 十二; refuses BAD_SEAT_NUMBER. */
export function parseSeatNumber(text: string): number {
  if (text.length > longestInput) throw new InvalidSeatNumber();
  const written = halfWidth(text).replace(/\s*號$/, "");
  const [, arabic] = /^0*(\d{1,3})(?:\.0+)?$/.exec(written) ?? [];
  const number = Number(arabic ?? (isHanNumber.test(written) ? readHanNumber(written) : 0));
  if (!(number >= 1 && number <= 999)) throw new InvalidSeatNumber();
  return number;
}
