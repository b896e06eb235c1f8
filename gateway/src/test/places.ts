import type { GraphQLError } from "graphql";

export type Place = readonly (string | number)[];

export function placesOf(errors: readonly GraphQLError[]): Place[] {
  return errors.map(({ path = [] }) => path);
}

/** `@` for every index. */
export function withoutIndexes(place: Place): Place {
  return place.map((step) => (typeof step === "number" ? "@" : step));
}

/** Where `data` ends in a null and `whole` does not. */
export function nullsBeside(data: unknown, whole: unknown, place: Place = []): Place[] {
  if (whole === null || whole === undefined) return [];
  if (data === null || data === undefined) return [place];
  if (typeof data !== "object") return [];
  return Object.entries(data).flatMap(([key, value]) =>
    nullsBeside(value, (whole as Record<string, unknown>)[key], [
      ...place,
      Array.isArray(data) ? Number(key) : key,
    ]),
  );
}

export function isWithin(place: Place, outer: Place): boolean {
  return outer.every((step, index) => place[index] === step);
}

/** Whether a null stands there, or on the way; `@` stands for any element of a list. */
export function endsInNull(data: unknown, [step, ...rest]: Place): boolean {
  if (data === null) return true;
  if (step === undefined || data === undefined) return false;
  if (step === "@") return Array.isArray(data) && data.some((element) => endsInNull(element, rest));
  return endsInNull((data as Record<string, unknown>)[step], rest);
}
