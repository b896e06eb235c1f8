import type { Operation } from "@campus-graph/clients/document";
import { TailEnded } from "@campus-graph/clients/failure";
import {
  BillNoticeDocument,
  type BillNoticeSubscription,
  BindingOutcomeDocument,
  type BindingOutcomeSubscription,
  ClaimNoticeDocument,
} from "@campus-graph/clients/generated/operations";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Client, useClient } from "urql";
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
const againAfterMs = 3_000;

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

/** One feed from now on, and behind the last notice again when the graph has ended it. Answers how to stop. */
function listen<Data>(
  client: Client,
  operation: Operation<Data, { after?: string | null | undefined }>,
  ended: () => void,
  onNotice: (data: Data) => string,
): () => void {
  let after: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leave = () => {};
  const begin = () => {
    const { unsubscribe } = client
      .subscription<Data>(operation.toString(), after ? { after } : {})
      .subscribe(({ data, error }) => {
        if (data) after = onNotice(data);
        else if (error) {
          if (error.networkError instanceof TailEnded) ended();
          timer = setTimeout(begin, againAfterMs);
        }
      });
    leave = unsubscribe;
  };
  begin();
  return () => {
    clearTimeout(timer);
    leave();
  };
}
