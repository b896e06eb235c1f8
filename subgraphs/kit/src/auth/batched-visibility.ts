import type { Context } from "../context.js";
import { defineSharedBatch, loadShared } from "../graphql/batched-loading.js";

/** Which of the objects the viewer may see now. One statement, however many, also for many viewers in one request. */
export async function visibleAmong(
  context: Pick<Context, "em" | "batchScope" | "viewer" | "clock">,
  objects: readonly string[],
): Promise<ReadonlySet<string>> {
  const { subject } = context.viewer;
  if (subject === null) return new Set();
  const now = context.clock.now();
  const seen = await loadShared(
    context,
    sights,
    objects.map((object) => ({ viewer: subject, object, now })),
  );
  return new Set(objects.filter((_, index) => seen[index]));
}

/** Whether a viewer sees an object at a moment. Each key names its viewer, and is answered by its own place. */
const sights = defineSharedBatch<{ viewer: string; object: string; now: Date }, boolean>(async (em, keys) => {
  const rows = await em.execute<{ place: number }[]>(
    `select distinct place
     from jsonb_to_recordset(?::jsonb) as wanted (place integer, viewer text, object text, now timestamptz)
     join visibility using (viewer, object)
     where until is null or until > wanted.now`,
    [JSON.stringify(keys.map((key, place) => ({ place, ...key })))],
  );
  const seen = new Set(rows.map(({ place }) => place));
  return keys.map((_, place) => seen.has(place));
});
