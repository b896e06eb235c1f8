import type { EntityManager } from "@mikro-orm/postgresql";

/** That a viewer may see an object, and why. Filled by events; `until` null while the reason lasts. */
export interface VisibilityGrant {
  viewer: string;
  /** Kind and id, e.g. `student:0190…`. */
  object: string;
  reason: string;
  until?: Date | null;
}

/** How a thing is named as an object; of no id, with what the names of its kind begin. */
export function objectOf(kind: string, id = ""): string {
  return `${kind}:${id}`;
}

/** In SQL, of a row of `visibility`: its reason lasts at this moment, which is an expression or `?`. */
export function lastsAt(moment: string): string {
  return `(visibility.until is null or visibility.until > ${moment})`;
}

/** Lets the viewer see the object for this reason; again changes only its end. */
export async function grantVisibility(
  em: EntityManager,
  { viewer, object, reason, until = null }: VisibilityGrant,
): Promise<void> {
  await em.execute(
    `insert into visibility (viewer, object, reason, until) values (?, ?, ?, ?)
     on conflict (viewer, object, reason) do update set until = excluded.until`,
    [viewer, object, reason, until],
  );
}

/** Takes one reason away; another may still let the viewer see. */
export async function revokeVisibility(
  em: EntityManager,
  { viewer, object, reason }: Omit<VisibilityGrant, "until">,
): Promise<void> {
  await em.execute("delete from visibility where viewer = ? and object = ? and reason = ?", [
    viewer,
    object,
    reason,
  ]);
}

/** Takes a reason to see the object away from everyone who had it, and returns from whom. */
export async function revokeVisibilityFromAll(
  em: EntityManager,
  { object, reason }: Pick<VisibilityGrant, "object" | "reason">,
): Promise<string[]> {
  const rows = await em.execute<{ viewer: string }[]>(
    "delete from visibility where object = ? and reason = ? returning viewer",
    [object, reason],
  );
  return rows.map(({ viewer }) => viewer);
}

/** Which of the objects the viewer may see now, and for which reasons. One statement, however many. */
export async function visibleObjects(
  em: EntityManager,
  viewer: string,
  objects: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await em.execute<{ object: string; reason: string }[]>(
    `select object, reason from visibility
     where viewer = ? and object = any(?::text[]) and ${lastsAt("?")}`,
    [viewer, textArray(objects), now],
  );
  const reasons = new Map<string, Set<string>>();
  for (const { object, reason } of rows) reasons.set(object, (reasons.get(object) ?? new Set()).add(reason));
  return reasons;
}

/** A PostgreSQL text[] literal: the ORM would spread a JavaScript array over several placeholders. */
export function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

export const visibilityTable = `
  create table visibility (
    viewer text not null,
    object text not null,
    reason text not null,
    until timestamptz,
    primary key (viewer, object, reason)
  );
  create index visibility_of_object on visibility (object, reason)`;
