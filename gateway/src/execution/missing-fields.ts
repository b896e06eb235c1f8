import { type GraphQLFormattedError, Kind, parse, type SelectionSetNode } from "graphql";
import type { GatewayRefusal } from "../errors.js";
import { type Data, isData } from "./merge.js";

/** A field that a fetch would have brought, by its response key, with what of it was asked for. */
export interface Wanted {
  key: string;
  within: readonly Wanted[];
}

type Place = readonly (string | number)[];

/** A fetch that brought nothing, for one object that it was about. */
export interface Loss {
  refusal: GatewayRefusal;
  /** The object; what others tell of it may still come. */
  known: Data;
  place: Place;
  wanted: readonly Wanted[];
}

/** What a fetch asks of the root. */
export function rootFields(query: string): Wanted[] {
  return wantedIn(selectionsOf(query));
}

/** The same, of each entity that a fetch asks about. Empty: only its type is wanted. */
export function entityFields(query: string): Wanted[] {
  const entities = selectionsOf(query).selections.find((each) => each.kind === Kind.FIELD);
  return entities?.selectionSet ? wantedIn(entities.selectionSet) : [];
}

/**
 * The errors of what was lost. Told at the end: of the same objects other subgraphs may have told, and then only the
 * rest is missing, be it deep within.
 */
export function errorsOfLoss({ refusal, known, place, wanted }: Loss): GraphQLFormattedError[] {
  const { code, serviceName } = refusal.extensions;
  const places = wanted.length === 0 ? [place] : placesMissing(known, wanted, place);
  return places.map((path) => ({ message: refusal.message, path, extensions: { code, serviceName } }));
}

function placesMissing(known: Data, wanted: readonly Wanted[], place: Place): Place[] {
  return wanted.flatMap(({ key, within }) => {
    const value = Object.hasOwn(known, key) ? known[key] : undefined;
    return missingWithin(value, within, [...place, key]);
  });
}

function missingWithin(value: unknown, within: readonly Wanted[], place: Place): Place[] {
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

function selectionsOf(query: string): SelectionSetNode {
  const operation = parse(query).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operation?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
}

function wantedIn(selectionSet: SelectionSetNode): Wanted[] {
  const byKey = new Map<string, Wanted>();
  for (const wanted of selectionSet.selections.flatMap((selection): Wanted[] => {
    // Types are known without asking, but for an object whose subgraph knows only its interface.
    if (selection.kind === Kind.FIELD && selection.name.value !== "__typename")
      return [
        {
          key: (selection.alias ?? selection.name).value,
          within: selection.selectionSet ? wantedIn(selection.selectionSet) : [],
        },
      ];
    return selection.kind === Kind.INLINE_FRAGMENT ? wantedIn(selection.selectionSet) : [];
  })) {
    const { key, within } = wanted;
    byKey.set(key, { key, within: [...(byKey.get(key)?.within ?? []), ...within] });
  }
  return [...byKey.values()];
}
