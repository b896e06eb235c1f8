import { textArray } from "@campus-graph/kit/auth/visibility";
import type { Context } from "@campus-graph/kit/context";
import { visibleAmong } from "@campus-graph/kit/graphql/batched-visibility";

export interface Binding {
  bindingId: string;
  subjectId: string;
  studentId: string;
}

/** What the visibility table knows of a binding: the guardian sees the student because of it. */
export function sightOf({ bindingId, subjectId, studentId }: Binding) {
  return { viewer: subjectId, object: objectOf(studentId), reason: `binding:${bindingId}` };
}

export async function giveCard({ em }: Context, studentId: string): Promise<void> {
  await em.execute("insert into card (student_id) values (?) on conflict do nothing", [studentId]);
}

/** The cards of those students that the viewer sees. */
export async function cardsOf(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const seen = await visibleAmong(context, ids.map(objectOf));
  const rows = await context.em.execute<{ id: string; number: string }[]>(
    "select student_id as id, number from card where student_id = any(?::uuid[])",
    [textArray(ids.filter((id) => seen.has(objectOf(id))))],
  );
  return new Map(rows.map(({ id, number }) => [id, `L${number}`]));
}

function objectOf(studentId: string): string {
  return `student:${studentId}`;
}
