import { Page } from "@campus-graph/ui/components/page";
import { useLocation } from "wouter";
import { useFormWords } from "../words/form";
import { useShellWords } from "../words/shell";
import { keepDeclared } from "./declared";
import { GuardianForm } from "./guardian-form";
import { Stepper } from "./stepper";
import type { Application } from "./use-draft";

/** Step 4, its first half: who the guardian is. */
export function GuardianPage({ draft }: { draft: Application }) {
  const { guardian: words } = useFormWords();
  const { app } = useShellWords();
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
