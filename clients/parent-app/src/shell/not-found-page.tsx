import { ButtonLink } from "@campus-graph/ui/components/button";
import { Page } from "@campus-graph/ui/components/page";
import { useShellWords } from "../words/shell";

export function NotFoundPage() {
  const { notFound, app } = useShellWords();
  return (
    <Page title={notFound.title} app={app}>
      <p className="lead">{notFound.lead}</p>
      <ButtonLink to="/">{notFound.home}</ButtonLink>
    </Page>
  );
}
