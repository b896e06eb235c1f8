import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { noticesWords } from "../words/notices";
import { shellWords } from "../words/shell";
import { useNoticeText } from "./notice-text";
import { useSeen } from "./seen";
import { type InboxNotice, useInbox } from "./use-inbox";

export function NoticesPage() {
  const words = useCatalogue(noticesWords);
  const { app } = useCatalogue(shellWords);
  const inbox = useInbox();
  return (
    <Page title={words.title} app={app}>
      <Loaded of={inbox}>{(notices) => <Notices notices={notices} />}</Loaded>
    </Page>
  );
}

function Notices({ notices }: { notices: readonly InboxNotice[] }) {
  const words = useCatalogue(noticesWords);
  const { language } = useLanguage();
  const text = useNoticeText();
  const { seenUntil, see } = useSeen();
  // What was new on arrival stays marked as long as the page is looked at.
  const before = useRef(seenUntil);
  const newest = notices[0]?.notice.occurredAt;
  useEffect(() => {
    if (newest) see(newest);
  });
  if (notices.length === 0)
    return (
      <div className="empty">
        <p>{words.nothing}</p>
        <p className="hint">{words.nothingHint}</p>
      </div>
    );
  return (
    <ul className="notices">
      {notices.map((each) => {
        const { title, about, reason, to } = text(each);
        const isNew = each.notice.occurredAt > before.current;
        return (
          <li key={each.notice.id}>
            <Link href={to} className={isNew ? "notice is-new" : "notice"}>
              <span className="notice-head">
                <strong>{title}</strong>
                {isNew && <span className="tag">{words.isNew}</span>}
              </span>
              <span>{about}</span>
              {reason && <span className="reason">{reason}</span>}
              <time dateTime={each.notice.occurredAt}>{formatMoment(each.notice.occurredAt, language)}</time>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
