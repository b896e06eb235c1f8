import type { ResponsePath } from "@apollo/query-planner";
import { type Data, isData } from "../subgraphs/data.js";

/** The objects of the growing answer that a step of the plan works on; `@` in a path stands for every element of a list. */
export function objectsAt(root: Data, path: ResponsePath): Data[] {
  const found: Data[] = [];
  collect(root, path, 0, (data) => found.push(data));
  return found;
}

/** The places of those objects, in the same order: with the indexes that `@` stood for. */
export function pathsOfObjectsAt(root: Data, path: ResponsePath): (string | number)[][] {
  const places: (string | number)[][] = [];
  collect(root, path, 0, (_, place) => places.push([...place]), []);
  return places;
}

type Found = (data: Data, place: readonly (string | number)[]) => void;

function collect(
  value: unknown,
  path: ResponsePath,
  from: number,
  found: Found,
  place?: (string | number)[],
): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    const next = path[from] === "@" ? from + 1 : from;
    for (let index = 0; index < value.length; index++) {
      place?.push(index);
      collect(value[index], path, next, found, place);
      place?.pop();
    }
    return;
  }
  if (!isData(value)) return;
  if (from === path.length) {
    found(value, place ?? []);
    return;
  }
  const key = path[from] as string;
  if (key === "@" || !Object.hasOwn(value, key)) return;
  place?.push(key);
  collect(value[key], path, from + 1, found, place);
  place?.pop();
}
