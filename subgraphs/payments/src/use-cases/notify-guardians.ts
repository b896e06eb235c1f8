import type { PaymentsContext } from "../context.js";
import { type BillNoticeKind, billNotice, billNotices } from "../feed.js";
import { guardiansOf, holdPairing } from "../persistence/guardians.js";

export interface BillNews {
  kind: BillNoticeKind;
  billId: string;
  studentId: string;
  occurredAt: Date;
  /** What it is about, where a bill may have several: a case, a refund. */
  aboutId?: string;
}

/** Tells everyone who is bound to the students. The number of statements does not grow with the news. */
export async function notifyGuardians(
  { em, clock }: PaymentsContext,
  news: readonly BillNews[],
): Promise<void> {
  if (news.length === 0) return;
  await holdPairing(em);
  const guardians = await guardiansOf(
    em,
    news.map(({ studentId }) => studentId),
    clock.now(),
  );
  await billNotices.append(
    em,
    news.flatMap(({ kind, billId, studentId, occurredAt, aboutId }) =>
      (guardians.get(studentId) ?? []).map((subject) =>
        billNotice(kind, subject, billId, occurredAt, aboutId),
      ),
    ),
  );
}
