import { randomInt } from "node:crypto";

/** The numbers that letters stand for in a national ID's check sum, A to Z. */
const letterValues = [
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
];

/** A well-formed national ID; whether it belongs to anybody is chance. */
export function inventNationalId(): string {
  const letter = randomInt(26);
  const digits = [1 + randomInt(2), ...Array.from({ length: 7 }, () => randomInt(10))];
  const value = letterValues[letter]!;
  const sum =
    Math.floor(value / 10) + (value % 10) * 9 + digits.reduce((sum, digit, at) => sum + digit * (8 - at), 0);
  return String.fromCharCode(65 + letter) + digits.join("") + ((10 - (sum % 10)) % 10);
}
