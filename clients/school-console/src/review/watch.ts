import type { Ghost, Request, Row } from "./rows";

/** What the reviewer has before their eyes, which a newer answer changes only in so far as they are told. */
export interface Watched {
  /** Every request as it was shown, by id. One that has changed since stays as it was until it was looked at again. */
  seen: ReadonlyMap<string, Ghost>;
  /** Requests that came while the grid was open. */
  fresh: ReadonlySet<string>;
  /** Requests that are gone: decided, here or elsewhere, or taken back. */
  gone: ReadonlyMap<string, Ghost>;
}

/** The grid as it is opened: all of it is seen, nothing of it is new. */
export function openWith(rows: readonly Row[]): Watched {
  return { seen: new Map(entriesOf(rows)), fresh: new Set(), gone: new Map() };
}

/** What a further answer changes. */
export function follow({ seen, fresh, gone }: Watched, rows: readonly Row[]): Watched {
  const present = new Map(entriesOf(rows));
  const next = {
    seen: new Map<string, Ghost>(),
    fresh: new Set([...fresh].filter((id) => present.has(id))),
    gone: new Map(gone),
  };
  for (const [id, ghost] of present) {
    // One that was returned and has come again is compared with what it was.
    const before = seen.get(id) ?? gone.get(id);
    next.seen.set(id, before && hasChanged(before.request, ghost.request) ? before : ghost);
    next.gone.delete(id);
    if (!before) next.fresh.add(id);
  }
  for (const [id, ghost] of seen) if (!present.has(id)) next.gone.set(id, ghost);
  return next;
}

/** The reviewer has looked at this request as it is now. */
export function lookAgain(watched: Watched, studentId: string, request: Request): Watched {
  return { ...watched, seen: new Map(watched.seen).set(request.id, { studentId, request }) };
}

/** Whether it is another signed version than the one that was shown. */
export function hasChanged(shown: Request, now: Request): boolean {
  return shown.version !== now.version;
}

function entriesOf(rows: readonly Row[]): [string, Ghost][] {
  return rows.flatMap(({ student, pending }) =>
    pending.map((request): [string, Ghost] => [request.id, { studentId: student.id, request }]),
  );
}
