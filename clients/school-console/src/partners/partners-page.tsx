import { PartnersDocument, type PartnersQuery } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { useStaff } from "../shell/staff";
import { partnersWords } from "../words/partners";
import { shellWords } from "../words/shell";
import { PartnerCard } from "./partner-card";
import { PartnerForm } from "./partner-form";

export type Partner = PartnersQuery["partners"][number];

/** Wallets, banks and stores: a school's IT office sees how each stands, the bureau registers and changes them. */
export function PartnersPage() {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(partnersWords);
  const isBureau = useStaff().roles.has("BUREAU");
  const listed = useUncached(PartnersDocument, {});
  const [isRegistering, setRegistering] = useState(false);
  const [done, setDone] = useState<string>();
  const changed = (sentence: string) => {
    setDone(sentence);
    setRegistering(false);
    listed.again();
  };
  return (
    <Page title={words.title} app={app}>
      <p className="lead">{words.lead}</p>
      {!isBureau && <p className="hint">{words.readOnly}</p>}
      <div role="status">{done && <p className="told">{done}</p>}</div>
      {isBureau && !isRegistering && (
        <Button onClick={() => setRegistering(true)}>{words.register.act}</Button>
      )}
      {isRegistering && <PartnerForm onDone={changed} onLeave={() => setRegistering(false)} />}
      <Loaded of={listed}>
        {({ partners }) => (
          <>
            {partners.length === 0 && <p className="lead">{words.none}</p>}
            {partners.map((partner) => (
              <PartnerCard key={partner.id} partner={partner} isBureau={isBureau} onChanged={changed} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
