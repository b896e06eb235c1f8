import { guardiansOf } from "../persistence/sights.js";
import type { PaymentsContext } from "../services.js";
import { type BillNoticeKind, billNotice, billNotices, holdPairing } from "./bill-notices.js";

export interface BillNews {
  kind: BillNoticeKind;
  billId: string;
  studentId: string;
  occurredAt: Date;
}

/** Tells everyone who is bound to the student. */
export async function tellGuardians(
  { em, clock }: PaymentsContext,
  { kind, billId, studentId, occurredAt }: BillNews,
): Promise<void> {
  await holdPairing(em);
  const guardians = await guardiansOf(em, studentId, clock.now());
  await billNotices.append(
    em,
    guardians.map((subject) => billNotice(kind, subject, billId, occurredAt)),
  );
}
