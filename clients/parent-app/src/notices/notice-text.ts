import { formatMoney } from "@campus-graph/ui/format/money";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { applyWords } from "../words/apply";
import { billWords } from "../words/bills";
import type { Arrived } from "./live";
import type { InboxNotice } from "./use-inbox";

/** What a notice says, and where it leads. */
export interface NoticeText {
  title: string;
  about: string;
  reason?: string | undefined;
  to: string;
}

export function useNoticeText(): (notice: InboxNotice | Arrived) => NoticeText {
  const bills = useCatalogue(billWords);
  const apply = useCatalogue(applyWords);
  return (notice) => {
    if (notice.about === "bill") {
      const { kind, bill } = notice.notice;
      const child =
        bill && "name" in bill.student
          ? (bill.student.name ?? bill.student.maskedName)
          : bill?.student.maskedName;
      return {
        title:
          kind === "AMENDED" && bill?.status === "WAIVED" ? bills.nothingDue : (bills.notices[kind] ?? kind),
        about: bill ? `${bill.title} ${formatMoney(bill.amount)} · ${child}` : "",
        to: bill ? `/bills/${bill.id}` : "/",
      };
    }
    const { kind, reason, request } = notice.notice;
    return {
      title: apply.notices[kind] ?? kind,
      about: request?.student?.maskedName ?? "",
      reason: reason ?? undefined,
      to: "/applications",
    };
  };
}
