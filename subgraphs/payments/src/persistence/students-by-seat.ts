import type { EntityManager } from "@mikro-orm/postgresql";

/** The students of a school that has a single class, as each of the demo's two does, by seat. */
export async function studentsBySeat(
  em: EntityManager,
  schoolCode: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await em.execute<{ id: string; seat: number }[]>(
    `select id, seat_number as seat from student
     where school_code = ? and enrolled and seat_number is not null order by seat_number`,
    [schoolCode],
  );
  return new Map(rows.map(({ id, seat }) => [seat, id]));
}
