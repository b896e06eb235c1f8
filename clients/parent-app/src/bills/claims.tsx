import { CancelPaymentDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { applyWords } from "../words/apply";
import { billWords } from "../words/bills";
import type { Bill } from "./bill-page";

/** Who has begun to pay: the other guardian, as a warning; oneself, with the way back. */
export function Claims({ bill: { claims } }: { bill: Bill }) {
  const words = useCatalogue(billWords);
  const { language } = useLanguage();
  const otherPays = useOtherPays();
  const mutate = useMutate();
  const cancel = useAct((claimId: string) => mutate(CancelPaymentDocument, { claimId }));
  return (
    <div role="status" className="claims">
      {claims.map((claim) => {
        const { id, channel, expiresAt, mine } = claim;
        return (
          <div key={id} className={mine ? "claim mine" : "claim warning"}>
            <p>
              {mine
                ? words.iPay(words.channels[channel] ?? channel, formatMoment(expiresAt, language))
                : otherPays(claim)}
            </p>
            {mine && (
              <Button kind="quiet" isBusy={cancel.isRunning} onClick={() => void cancel.run(id)}>
                {words.unclaim}
              </Button>
            )}
          </div>
        );
      })}
      <FailureAlert failure={cancel.failure} />
    </div>
  );
}

/** The sentence about a claim of the other guardian's: by relationship, the channel, since when, until when. */
export function useOtherPays(): (
  claim: Pick<Bill["claims"][number], "by" | "channel" | "startedAt" | "expiresAt">,
) => string {
  const words = useCatalogue(billWords);
  const { relationships } = useCatalogue(applyWords);
  const { language } = useLanguage();
  return ({ by, channel, startedAt, expiresAt }) =>
    words.otherPays({
      who: by && by !== "OTHER" ? (relationships[by] ?? words.otherGuardian) : words.otherGuardian,
      channel: words.channels[channel] ?? channel,
      since: formatMoment(startedAt, language),
      until: formatMoment(expiresAt, language),
    });
}
