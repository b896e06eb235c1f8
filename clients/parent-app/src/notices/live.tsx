import {
  BillNoticeDocument,
  type BillNoticeSubscription,
  BindingOutcomeDocument,
  type BindingOutcomeSubscription,
  ClaimNoticeDocument,
} from "@campus-graph/clients/generated/operations";
import { listen } from "@campus-graph/ui/graph/listen";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useClient } from "urql";
import { useInbox } from "./use-inbox";

/** A notice that came while the app was open. */
export type Arrived =
  | { about: "bill"; notice: BillNoticeSubscription["billNotice"] }
  | { about: "request"; notice: BindingOutcomeSubscription["bindingOutcome"] };

interface Live {
  latest: Arrived | undefined;
  putAway(): void;
  unread: number;
}

const Context = createContext<Live>({ latest: undefined, putAway: () => undefined, unread: 0 });

/** Listens as long as somebody is here. The cache reads anew what a notice touches, so every screen moves by itself. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const { session, refresh } = useSession();
  const [latest, setLatest] = useState<Arrived>();
  const isOpen = session?.kind !== "ANONYMOUS" && !session?.mustChangePassword;
  const isGuardian = isOpen && session?.kind === "SIGNED_IN";
  const { unread } = useInbox({ pause: !isOpen });

  useEffect(() => {
    if (!isOpen) return;
    const ended = () => void refresh();
    const stops = [
      listen(client, BindingOutcomeDocument, ended, ({ bindingOutcome: notice }) => {
        setLatest({ about: "request", notice });
        return notice.cursor;
      }),
    ];
    if (isGuardian)
      stops.push(
        listen(client, BillNoticeDocument, ended, ({ billNotice: notice }) => {
          setLatest({ about: "bill", notice });
          return notice.cursor;
        }),
        listen(client, ClaimNoticeDocument, ended, ({ claimNotice: notice }) => notice.cursor),
      );
    return () => {
      for (const stop of stops) stop();
      setLatest(undefined);
    };
  }, [client, isOpen, isGuardian, refresh]);

  const live = useMemo<Live>(
    () => ({ latest, putAway: () => setLatest(undefined), unread }),
    [latest, unread],
  );
  return <Context value={live}>{children}</Context>;
}

export function useLive(): Live {
  return useContext(Context);
}
