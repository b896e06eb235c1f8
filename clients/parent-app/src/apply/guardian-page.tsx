import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useLocation } from "wouter";
import { guardianWords } from "../words/guardian";
import { shellWords } from "../words/shell";
import { keepDeclared } from "./declared";
import { GuardianForm } from "./guardian-form";
import { Stepper } from "./stepper";
import type { Application } from "./use-draft";

/** Step 4, its first half: who the guardian is. */
export function GuardianPage({ draft }: { draft: Application }) {
  const words = useCatalogue(guardianWords);
  const { app } = useCatalogue(shellWords);
  const [, go] = useLocation();
  return (
    <Page title={words.title} app={app} backTo="/apply/consent">
      <Stepper step={4} />
      <p className="lead">{words.lead}</p>
      <GuardianForm
        applicationId={draft.id}
        onDeclared={(declared) => {
          keepDeclared(draft.id, declared);
          go("/apply/sign");
        }}
      />
    </Page>
  );
}
