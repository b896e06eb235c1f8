import { Button } from "@campus-graph/ui/components/button";
import { Page } from "@campus-graph/ui/components/page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { shellWords } from "../words/shell";

/** Somebody who was appointed since they signed in: without a second factor they are no staff here. */
export function SecondFactorPage() {
  const { app, secondFactor } = useCatalogue(shellWords);
  const { signIn } = useSession();
  return (
    <Page title={secondFactor.title} app={app}>
      <p className="lead">{secondFactor.lead}</p>
      <Button onClick={() => signIn()}>{secondFactor.go}</Button>
    </Page>
  );
}
