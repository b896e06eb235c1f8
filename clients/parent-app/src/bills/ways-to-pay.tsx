import type { Channel } from "@campus-graph/clients/generated/operations";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { billWords } from "../words/bills";
import type { Bill } from "./bill-page";
import { ChannelPanel } from "./channel-panel";

/** As the city's bill page orders them. */
const channels: readonly Channel[] = ["EASY_WALLET", "PAY_TAIPEI", "CREDIT_CARD", "ATM", "CONVENIENCE_STORE"];

/** A tab for each way that takes this bill now, and for one by which somebody is paying. Arrow keys go round, as tabs do everywhere. */
export function WaysToPay({ bill }: { bill: Bill }) {
  const words = useCatalogue(billWords);
  const id = useId();
  const tabs = useRef(new Map<Channel, HTMLButtonElement>());
  const mine = bill.claims.find((claim) => claim.mine)?.channel;
  const open = (channel: Channel) => bill.paymentOptions.some((option) => option.channel === channel);
  const shown = channels.filter(
    (channel) => open(channel) || bill.claims.some((claim) => claim.channel === channel),
  );
  const [turnedTo, setChosen] = useState<Channel | undefined>(mine);
  const chosen = turnedTo && shown.includes(turnedTo) ? turnedTo : shown[0];
  if (!chosen) return <p className="lead">{words.noWay}</p>;
  const turn = ({ key, preventDefault }: Pick<KeyboardEvent, "key" | "preventDefault">) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const here = shown.indexOf(chosen);
    const there = key === "Home" ? 0 : key === "End" ? shown.length - 1 : steps[key] && here + steps[key];
    if (there === undefined) return;
    preventDefault();
    const next = shown.at(there % shown.length)!;
    setChosen(next);
    tabs.current.get(next)?.focus();
  };
  return (
    <section className="ways" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.howToPay}</h2>
      <div className="tabs" role="tablist" aria-labelledby={`${id}-title`}>
        {shown.map((channel) => (
          <button
            key={channel}
            ref={(tab) => {
              if (tab) tabs.current.set(channel, tab);
            }}
            type="button"
            role="tab"
            id={`${id}-${channel}`}
            aria-selected={channel === chosen}
            aria-controls={channel === chosen ? `${id}-panel` : undefined}
            tabIndex={channel === chosen ? 0 : -1}
            className={open(channel) ? "tab" : "tab is-closed"}
            onClick={() => setChosen(channel)}
            onKeyDown={(event) => turn({ key: event.key, preventDefault: () => event.preventDefault() })}
          >
            {words.channels[channel]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} className="panel">
        <ChannelPanel key={chosen} bill={bill} channel={chosen} />
      </div>
    </section>
  );
}
