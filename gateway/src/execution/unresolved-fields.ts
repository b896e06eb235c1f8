import type { GraphQLFormattedError } from "graphql";
import type { GatewayRefusal } from "../errors/refusal.js";
import { type Data, isData } from "../subgraphs/data.js";
import type { RequestedField } from "../subgraphs/requested-fields.js";

type Place = readonly (string | number)[];

/** A fetch that brought nothing, for one object that it was about. */
export interface UnresolvedFields {
  refusal: GatewayRefusal;
  /** The object; what others tell of it may still come. */
  known: Data;
  place: Place;
  requested: readonly RequestedField[];
}

/**
 * The errors of fields that could not be resolved. Made at the end: other subgraphs may have resolved part of the same
 * objects, and then only the rest is missing, be it deep within.
 */
export function errorsOfUnresolved({
  refusal,
  known,
  place,
  requested,
}: UnresolvedFields): GraphQLFormattedError[] {
  const { code, serviceName } = refusal.extensions;
  const places = requested.length === 0 ? [place] : placesMissing(known, requested, place);
  return places.map((path) => ({ message: refusal.message, path, extensions: { code, serviceName } }));
}

function placesMissing(known: Data, requested: readonly RequestedField[], place: Place): Place[] {
  return requested.flatMap(({ key, within }) => {
    const value = Object.hasOwn(known, key) ? known[key] : undefined;
    return missingWithin(value, within, [...place, key]);
  });
}

function missingWithin(value: unknown, within: readonly RequestedField[], place: Place): Place[] {
  if (within.length === 0) return [place];
  if (Array.isArray(value))
    return value.flatMap((element, index) => missingWithin(element, within, [...place, index]));
  return isData(value) ? placesMissing(value, within, place) : [place];
}

/** Whether an answer has all the same what a fetch did not bring: then there is no error to tell. */
export function isAnswered(data: unknown, place: Place): boolean {
  let value = data;
  for (const step of place) {
    if (typeof value !== "object" || value === null) return false;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value !== null && value !== undefined;
}
