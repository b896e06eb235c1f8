import type { PaymentsContext } from "../context.js";
import { type ClaimNoticeKind, type ClaimReference, claimNotice, claimNotices } from "../feed.js";
import { guardiansOf } from "../persistence/guardians.js";

export interface ClaimNews extends ClaimReference {
  kind: ClaimNoticeKind;
  studentId: string;
  occurredAt: Date;
}

/** Tells everyone who is bound to the students now, the payer's own other devices too. */
export async function notifyOfClaims(
  { em, clock }: PaymentsContext,
  news: readonly ClaimNews[],
): Promise<void> {
  if (news.length === 0) return;
  const guardians = await guardiansOf(
    em,
    news.map(({ studentId }) => studentId),
    clock.now(),
  );
  await claimNotices.append(
    em,
    news.flatMap(({ kind, studentId, occurredAt, ...claim }) =>
      (guardians.get(studentId) ?? []).map((subject) => claimNotice(kind, subject, claim, occurredAt)),
    ),
  );
}
