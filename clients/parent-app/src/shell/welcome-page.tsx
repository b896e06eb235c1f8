import { Icon } from "@campus-graph/ui/components/icon";
import { Page } from "@campus-graph/ui/components/page";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { Link, useSearch } from "wouter";
import { deletionWords } from "../words/deletion";
import { shellWords } from "../words/shell";

/** For somebody who is not known yet: sign in, or apply. */
export function WelcomePage() {
  const words = useCatalogue(shellWords);
  const { signIn } = useSession();
  const deletion = useCatalogue(deletionWords);
  const search = new URLSearchParams(useSearch());
  const hasFailed = search.has("signIn");
  return (
    <Page title={words.welcome.title} app={words.app}>
      <p className="lead">{words.welcome.lead}</p>
      {search.has("closed") && (
        <p className="told" role="status">
          {deletion.closed}
        </p>
      )}
      {hasFailed && (
        <p className="alert" role="alert">
          {words.welcome.failed}
        </p>
      )}
      <div className="doors">
        <button type="button" className="door main" onClick={() => signIn()}>
          <span>
            <strong>{words.welcome.signIn}</strong>
            <small>{words.welcome.signInHint}</small>
          </span>
          <Icon name="next" />
        </button>
        <Link href="/apply" className="door">
          <span>
            <strong>{words.welcome.apply}</strong>
            <small>{words.welcome.applyHint}</small>
          </span>
          <Icon name="next" />
        </Link>
      </div>
      <p className="after">
        <Link href="/applications">{words.welcome.follow}</Link>
      </p>
    </Page>
  );
}
