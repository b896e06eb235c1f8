import { objectOf, visibleObjects } from "@campus-graph/kit/auth/visibility";
import { isId } from "@campus-graph/kit/sql/id";
import type { RosterContext } from "../context.js";
import type { ParentPosition } from "../domain/student.js";

interface Row {
  student_id: string;
  name: string;
  school: string;
  class_name: string;
  left_at: Date | null;
  positions: ParentPosition[];
}

/**
 * What roster keeps about the holder of an account: as whose parent they stand on record, and where they teach or stood in. Of a
 * child that they are not bound to now nothing is told: else the file would say where it goes to school.
 */
export async function personalDataOf(
  context: RosterContext,
  subjectId: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { em } = context;
  const homerooms = await em.execute<object[]>(
    `select school_class.name as class, homeroom."from", homeroom.until from homeroom
     join school_class on school_class.id = homeroom.class_id
     where homeroom.staff_subject_id = ? order by homeroom."from", homeroom.id`,
    [subjectId],
  );
  const deputyships = await em.execute<object[]>(
    `select school_class.name as class, deputy."from", deputy.until, deputy.ended_at as "endedAt" from deputy
     join school_class on school_class.id = deputy.class_id
     where deputy.staff_subject_id = ? order by deputy."from", deputy.id`,
    [subjectId],
  );
  return { children: await childrenOf(context, subjectId), homerooms, deputyships };
}

async function childrenOf({ em, clock }: RosterContext, subjectId: string): Promise<object[]> {
  const prefix = objectOf("student");
  const granted = await em.execute<{ object: string }[]>(
    "select distinct object from visibility where viewer = ? and object like ?",
    [subjectId, `${prefix}%`],
  );
  const objects = granted.map(({ object }) => object);
  const reasons = await visibleObjects(em, subjectId, objects, clock.now());
  const bound = objects
    .filter((object) => [...(reasons.get(object) ?? [])].some((reason) => reason.startsWith("binding:")))
    .map((object) => object.slice(prefix.length))
    .filter(isId);
  if (bound.length === 0) return [];
  const rows = await em.execute<Row[]>(
    `select student.id as student_id, student.masked_name as name, school.name as school,
       school_class.name as class_name, student.left_at,
       coalesce((select jsonb_agg(position order by position) from recorded_parent
         join account_person using (person_key)
         where recorded_parent.student_id = student.id and account_person.subject_id = ?), '[]') as positions
     from student join school on school.code = student.school_code
     join school_class on school_class.id = student.class_id
     where student.id = any(string_to_array(?, ' ')::uuid[]) order by student.id`,
    [subjectId, bound.join(" ")],
  );
  return rows.map(({ name, school, class_name, left_at, positions }) => ({
    child: name,
    ...(left_at === null ? { school, class: class_name } : {}),
    /** Beside which the school has the person's national ID. */
    recordedAs: positions,
  }));
}
