import { textArray } from "@campus-graph/kit/auth/visibility";
import type { Context } from "@campus-graph/kit/context";

// What a migration left to be done for rows of before, some at a time. A list only grows shorter. Whoever is taken from one
// is locked before they are read, or what an import has just written would be told as it was before; those whom an import
// has locked wait for the next time.

/** Students whose names are to be masked again. */
export async function takeNamesToMask({ em }: Context, atOnce: number): Promise<string[]> {
  const waiting = await em.execute<{ id: string }[]>(
    `select student.id from student join name_to_mask on student_id = student.id
     order by student.id limit ? for update of student skip locked`,
    [atOnce],
  );
  const ids = waiting.map(({ id }) => id);
  if (ids.length > 0)
    await em.execute("delete from name_to_mask where student_id = any(?::uuid[])", [textArray(ids)]);
  return ids;
}

/** A student of each class that is to be spoken of once. */
export async function takeClassesToPublish({ em }: Context, atOnce: number): Promise<string[]> {
  // Nobody is left of whom to speak: whoever comes to such a class is told of by the import.
  await em.execute(
    `delete from class_to_tell where not exists (select from student
     where student.class_id = class_to_tell.class_id and left_at is null and not arriving)`,
  );
  const waiting = await em.execute<{ class_id: string; student_id: string }[]>(
    `select class_id, student_id from class_to_tell cross join lateral (
       select id as student_id from student
       where student.class_id = class_to_tell.class_id and left_at is null and not arriving
       order by id limit 1 for update skip locked
     ) as speaker
     order by class_id limit ? for update of class_to_tell skip locked`,
    [atOnce],
  );
  if (waiting.length > 0)
    await em.execute("delete from class_to_tell where class_id = any(?::uuid[])", [
      textArray(waiting.map(({ class_id }) => class_id)),
    ]);
  return waiting.map(({ student_id }) => student_id);
}
