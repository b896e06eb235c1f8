import { lastsAt } from "../auth/visibility.js";
import type { Context } from "../context.js";
import { defineSharedBatch, loadShared } from "./batched-loading.js";

/** Which of the objects the viewer may see now. One statement, however many, also for many viewers in one request. */
export async function visibleAmong(
  context: Pick<Context, "em" | "batchScope" | "viewer" | "clock">,
  objects: readonly string[],
): Promise<ReadonlySet<string>> {
  const { subject } = context.viewer;
  if (subject === null) return new Set();
  const now = context.clock.now();
  const visible = await loadShared(
    context,
    visibilityOfPairs,
    objects.map((object) => ({ viewer: subject, object, now })),
  );
  return new Set(objects.filter((_, index) => visible[index]));
}

/** Whether a viewer may see an object at a moment. Each key names its viewer, and is answered by its own place. */
const visibilityOfPairs = defineSharedBatch<{ viewer: string; object: string; now: Date }, boolean>(
  async (em, keys) => {
    const rows = await em.execute<{ place: number }[]>(
      `select distinct place
     from jsonb_to_recordset(?::jsonb) as wanted (place integer, viewer text, object text, now timestamptz)
     join visibility using (viewer, object)
     where ${lastsAt("wanted.now")}`,
      [JSON.stringify(keys.map((key, place) => ({ place, ...key })))],
    );
    const visible = new Set(rows.map(({ place }) => place));
    return keys.map((_, place) => visible.has(place));
  },
);
