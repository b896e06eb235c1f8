import {
  PushServiceDocument,
  SubscribeToPushDocument,
  UnsubscribeFromPushDocument,
} from "@campus-graph/clients/generated/operations";
import { useMutate } from "@campus-graph/ui/graph/use-act";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useLanguage } from "@campus-graph/ui/words/language";
import { useCallback, useEffect } from "react";
import { useClient } from "urql";
import {
  browserSubscription,
  choiceOf,
  keepPushChoice,
  pushChoice,
  subscribeBrowser,
  unsubscribeBrowser,
} from "./browser-push";

/** The browser itself would not subscribe: its maker's push service is out of reach, or its owner said no. */
export class BrowserRefused extends Error {}

/** Switches pushes on and off in this browser, for the graph and for the browser alike. */
export function usePush() {
  const mutate = useMutate();
  const { session } = useSession();
  const { language } = useLanguage();
  const subjectId = session?.subjectId ?? "";
  const turnOn = useCallback(
    async (serverKey: string) => {
      const input = await subscribeBrowser(serverKey).catch((cause) => {
        throw new BrowserRefused("", { cause });
      });
      await mutate(SubscribeToPushDocument, { input });
      keepPushChoice(choiceOf(subjectId, language));
    },
    [mutate, subjectId, language],
  );
  const turnOff = useCallback(async () => {
    keepPushChoice(null);
    await mutate(UnsubscribeFromPushDocument, {});
    await unsubscribeBrowser();
  }, [mutate]);
  return { turnOn, turnOff };
}

/**
 * Nobody's pushes stay in a browser where nobody, or somebody else, is signed in; who has switched them on, and signs in
 * again after their session ran out, need not do so twice.
 */
export function PushKeeper() {
  const client = useClient();
  const { session } = useSession();
  const { language } = useLanguage();
  const { turnOn } = usePush();
  const { kind, subjectId } = session ?? {};
  useEffect(() => {
    const keep = async () => {
      if (kind === undefined) return;
      const isWished =
        subjectId && pushChoice()?.startsWith(subjectId) && Notification.permission === "granted";
      if (kind !== "SIGNED_IN" || !isWished) {
        if (await browserSubscription()) await unsubscribeBrowser();
        return;
      }
      const { data } = await client
        .query(PushServiceDocument.toString(), {}, { requestPolicy: "network-only" })
        .toPromise();
      const isKept = data?.pushService?.subscribed && pushChoice() === choiceOf(subjectId, language);
      if (data?.pushService && !(isKept && (await browserSubscription())))
        await turnOn(data.pushService.serverKey);
    };
    // Where it does not work out the screen of the switch says so.
    keep().catch(() => undefined);
  }, [client, kind, subjectId, language, turnOn]);
  return null;
}
