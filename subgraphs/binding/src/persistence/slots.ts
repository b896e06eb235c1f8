import type { EntityManager } from "@mikro-orm/postgresql";
import { BindingRequest } from "../domain/request.js";
import type { TakenSlot } from "../domain/student-slots.js";

/** Who holds the student's slots. Read it while the student's row is locked. */
export async function slotsTaken(em: EntityManager, studentId: string): Promise<TakenSlot[]> {
  const holders = await em.find(BindingRequest, { studentId, slot: { $ne: null } });
  return holders.map(({ slot, personKey }) => ({ slot: slot!, personKey }));
}
