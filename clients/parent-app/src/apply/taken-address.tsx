import { Button } from "@campus-graph/ui/components/button";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { guardianWords } from "../words/guardian";

/** The address signs in an account already: every way on from here. */
export function TakenAddress({ email, returnTo }: { email: string | undefined; returnTo: string }) {
  const words = useCatalogue(guardianWords);
  const { session, signIn } = useSession();
  return (
    <section className="ways-on">
      <p>
        <strong>{words.waysOn}</strong>
      </p>
      <ul>
        <li>
          <p>{words.wayMine(email)}</p>
          {session?.kind !== "SIGNED_IN" && (
            <Button kind="quiet" onClick={() => signIn(returnTo)}>
              {words.waySignIn}
            </Button>
          )}
        </li>
        <li>
          <p>{words.wayOther}</p>
        </li>
      </ul>
    </section>
  );
}
