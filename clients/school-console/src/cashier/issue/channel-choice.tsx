import { BillChannelsDocument, type Channel } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import type { Queried } from "@campus-graph/ui/graph/use-query";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useId } from "react";
import { cashierWords } from "../../words/cashier";
import { issueChannelWords } from "../../words/issue-channels";
import { useCashiersSchool } from "../school";

export type Offered = readonly Channel[];

/** The channels that the school has now: an agreement for them, and a partner. */
export function useOfferedChannels(): Queried<Offered> {
  const { code } = useCashiersSchool();
  const { data, ...rest } = useUncached(BillChannelsDocument, { schoolCode: code });
  return { ...rest, data: data?.billChannels };
}

/** Whether bills may go out with this choice. Where nobody serves any channel, there is nothing to choose. */
export function isChoice(chosen: Offered | null, offered: Offered | undefined): boolean {
  return chosen === null || (chosen.length > 0 && chosen.every((channel) => offered?.includes(channel)));
}

/** Through which channels the guardians may pay: all that there are, unless some are left out. */
export function ChannelChoice({
  offered: read,
  chosen,
  onChange,
  isShown,
}: {
  offered: Queried<Offered>;
  chosen: Offered | null;
  onChange(chosen: Offered | null): void;
  /** Whether what is wrong is shown. */
  isShown: boolean;
}) {
  const words = useCatalogue(issueChannelWords);
  const { channels } = useCatalogue(cashierWords);
  const hint = useId();
  const nameOf = (channel: Channel) => channels[channel] ?? channel;
  return (
    <Loaded of={read}>
      {(offered) => {
        if (offered.length === 0) return <p className="beside">{words.nobody}</p>;
        const gone = chosen?.filter((channel) => !offered.includes(channel)) ?? [];
        const ticked = chosen ?? offered;
        const toggle = (channel: Channel) => {
          const next = offered.filter((each) => (each === channel) !== ticked.includes(each));
          onChange(next.length === offered.length ? null : next);
        };
        return (
          <fieldset className="choices" aria-describedby={hint}>
            <legend>{words.label}</legend>
            <p className="hint" id={hint}>
              {words.hint}
            </p>
            <div className="options">
              {offered.map((channel) => (
                <label key={channel} className="choice">
                  <input
                    type="checkbox"
                    checked={ticked.includes(channel)}
                    onChange={() => toggle(channel)}
                  />
                  <span>{nameOf(channel)}</span>
                </label>
              ))}
            </div>
            <div role="alert">
              {gone.length > 0 && <p className="problem">{words.gone(gone.map(nameOf).join("、"))}</p>}
              {isShown && ticked.length === 0 && <p className="problem">{words.none}</p>}
            </div>
          </fieldset>
        );
      }}
    </Loaded>
  );
}
