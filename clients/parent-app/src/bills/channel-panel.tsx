import { type Channel, StartPaymentDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useRef } from "react";
import { billWords } from "../words/bills";
import { channelWords } from "../words/channels";
import { AccountNumber } from "./account-number";
import type { Bill } from "./bill-page";
import { Picture } from "./picture";

type StoreOption = Extract<Bill["paymentOptions"][number], { barcodes: readonly string[] }>;

/** One channel: what to show or press, the steps in words, and telling the other guardian. */
export function ChannelPanel({ bill, channel }: { bill: Bill; channel: Channel }) {
  const words = useCatalogue(billWords);
  const ways = useCatalogue(channelWords);
  const mutate = useMutate();
  // One key as long as the panel is open: pressing again says the same thing again.
  const idempotencyKey = useRef(crypto.randomUUID());
  const claim = useAct(() =>
    mutate(StartPaymentDocument, {
      input: { billId: bill.id, channel, idempotencyKey: idempotencyKey.current },
    }),
  );
  const option = bill.paymentOptions.find((each) => each.channel === channel);
  if (!option) return <p className="lead">{words.closed}</p>;
  const isMine = bill.claims.some((each) => each.mine && each.channel === channel);
  return (
    <>
      <FailureAlert failure={claim.failure} />
      {"url" in option && (
        <a
          className="button main"
          href={option.url}
          target="_blank"
          rel="noreferrer"
          onClick={() => void claim.run()}
        >
          {ways.open[channel as keyof typeof ways.open]}
        </a>
      )}
      {"barcodes" in option && <Barcodes option={option} bill={bill} />}
      {"twqr" in option && (
        <>
          <dl className="facts">
            <div>
              <dt>{ways.bank}</dt>
              <dd>
                {option.bankCode} {option.bankName}
              </dd>
            </div>
          </dl>
          <AccountNumber number={option.accountNumber} />
          <Picture svgs={[option.twqr.svg]} label={ways.qrOf.ATM} bill={bill} />
        </>
      )}
      {"qrSvg" in option && (
        <>
          <Picture svgs={[option.qrSvg]} label={ways.qrOf[channel as keyof typeof ways.qrOf]} bill={bill} />
          <AccountNumber number={bill.accountNumber} />
        </>
      )}
      <ol className="steps-in-words">
        {ways.steps[channel].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="hint">{ways.news[channel]}</p>
      {channel === "ATM" && <p className="hint">{ways.banks}</p>}
      {!isMine && !("url" in option) && (
        <div className="claiming">
          <Button kind="quiet" isBusy={claim.isRunning} onClick={() => void claim.run()}>
            {words.claim}
          </Button>
          <p className="hint">{words.claimHint}</p>
        </div>
      )}
    </>
  );
}

function Barcodes({ option, bill }: { option: StoreOption; bill: Bill }) {
  const ways = useCatalogue(channelWords);
  return (
    <Picture
      svgs={option.barcodes}
      label={ways.barcodes}
      texts={option.segments.map((segment, position) => ways.barcode(position + 1, segment))}
      bill={bill}
      isForTill
    />
  );
}
