import { AlreadyBound, GuardianSlotsFull } from "./refusals.js";

/** 親子帳號1 and 親子帳號2: at most two guardians per student. */
export const slots = [1, 2] as const;
export type Slot = (typeof slots)[number];

export interface TakenSlot {
  readonly slot: Slot;
  readonly personKey: string | null;
}

/**
 * The slot that this person gets beside those taken. One person never holds both (ALREADY_BOUND), a third guardian is
 * refused (GUARDIAN_SLOTS_FULL). Call it while the student's row is locked.
 */
export function slotFor(personKey: string | null, taken: readonly TakenSlot[]): Slot {
  if (taken.some((other) => other.personKey === personKey)) throw new AlreadyBound();
  const free = slots.find((slot) => taken.every((other) => other.slot !== slot));
  if (!free) throw new GuardianSlotsFull({ limit: slots.length });
  return free;
}
