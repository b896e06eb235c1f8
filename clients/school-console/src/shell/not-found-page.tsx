import { ButtonLink } from "@campus-graph/ui/components/button";
import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { shellWords } from "../words/shell";

export function NotFoundPage() {
  const { notFound, app } = useCatalogue(shellWords);
  return (
    <Page title={notFound.title} app={app}>
      <p className="lead">{notFound.lead}</p>
      <ButtonLink to="/">{notFound.home}</ButtonLink>
    </Page>
  );
}
