import type { EntityManager } from "@mikro-orm/postgresql";

/** The next places of the counter of serials. They are never given out again, also when the act fails. */
export async function nextSerialPlaces(em: EntityManager, count: number): Promise<number[]> {
  const rows = await em.execute<{ place: string }[]>(
    "select nextval('serial_place') as place from generate_series(1, ?)",
    [count],
  );
  return rows.map(({ place }) => Number(place));
}
