import { halfWidth, longestInput } from "./characters.js";
import { InvalidSeatNumber } from "./refusals.js";

/** A seat from 1 to 999, as 3, 03, ３ or 3號; refuses BAD_SEAT_NUMBER. */
export function parseSeatNumber(text: string): number {
  if (text.length > longestInput) throw new InvalidSeatNumber();
  const number = Number(/^(\d{1,3})(?:\.0+)?號?$/.exec(halfWidth(text))?.[1] ?? 0);
  if (number < 1) throw new InvalidSeatNumber();
  return number;
}
