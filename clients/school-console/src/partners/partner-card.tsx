import { Button } from "@campus-graph/ui/components/button";
import { formatDayInTable, formatMoment } from "@campus-graph/ui/format/dates";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { cashierWords } from "../words/cashier";
import { type PartnerScope, partnersWords } from "../words/partners";
import { KeyForm } from "./key-form";
import { PartnerForm } from "./partner-form";
import type { Partner } from "./partners-page";
import { type Asked, ReasonDialog } from "./reason-dialog";

/** A partner, what it may do, and the keys by which it is known. */
export function PartnerCard({
  partner,
  isBureau,
  onChanged,
}: {
  partner: Partner;
  isBureau: boolean;
  onChanged(done: string): void;
}) {
  const words = useCatalogue(partnersWords);
  const { language } = useLanguage();
  const { channels: channelNames } = useCatalogue(cashierWords);
  const [open, setOpen] = useState<"change" | "addKey">();
  const [asked, setAsked] = useState<Asked>();
  const { id, name, suspendedAt, registeredAt, channels, scopes, redirectUris, keys } = partner;
  const leave = () => {
    setOpen(undefined);
    setAsked(undefined);
  };
  const finish = (done: string) => {
    leave();
    onChanged(done);
  };
  const day = (moment: string) => formatDayInTable(moment, language);
  return (
    <article className="partner" aria-label={words.partner(name)}>
      <h2>{name}</h2>
      <p className={suspendedAt ? "partner-state suspended" : "partner-state"}>
        {suspendedAt ? words.suspended(formatMoment(suspendedAt, language)) : words.works}
      </p>
      <dl>
        <dt>{words.id}</dt>
        <dd>{id}</dd>
        <dt>{words.since}</dt>
        <dd>{day(registeredAt)}</dd>
        <dt>{words.channels}</dt>
        <dd>{channels.map((channel) => channelNames[channel] ?? channel).join("、")}</dd>
        <dt>{words.scopes}</dt>
        <dd>{scopes.map((scope) => words.scope[scope as PartnerScope] ?? scope).join("、")}</dd>
        <dt>{words.redirects}</dt>
        <dd>{redirectUris.length > 0 ? redirectUris.join("\n") : words.noRedirects}</dd>
        <dt>{words.keys}</dt>
        <dd>
          <ul className="partner-keys">
            {keys.map(({ id: kid, since, until }) => (
              <li key={kid}>
                <code>{kid}</code>{" "}
                <small>{until ? words.keyEnded(day(since), day(until)) : words.keyCounts(day(since))}</small>
                {isBureau && !until && (
                  <Button
                    kind="quiet"
                    className="small"
                    aria-label={words.endKeyOf(kid)}
                    onClick={() => setAsked({ act: "endKey", keyId: kid })}
                  >
                    {words.endKey.act}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      {isBureau && !open && (
        <div className="actions-line">
          <Button kind="quiet" onClick={() => setOpen("change")}>
            {words.change.act}
          </Button>
          <Button kind="quiet" onClick={() => setOpen("addKey")}>
            {words.addKey.act}
          </Button>
          {suspendedAt ? (
            <Button kind="quiet" onClick={() => setAsked({ act: "resume" })}>
              {words.resume.act}
            </Button>
          ) : (
            <Button kind="danger" onClick={() => setAsked({ act: "suspend" })}>
              {words.suspend.act}
            </Button>
          )}
        </div>
      )}
      {open === "change" && <PartnerForm partner={partner} onDone={finish} onLeave={leave} />}
      {open === "addKey" && <KeyForm partner={partner} onDone={finish} onLeave={leave} />}
      {asked && <ReasonDialog partner={partner} asked={asked} onDone={finish} onLeave={leave} />}
    </article>
  );
}
