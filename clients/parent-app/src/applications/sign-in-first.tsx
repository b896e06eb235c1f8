import { Button } from "@campus-graph/ui/components/button";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import type { Application } from "../apply/use-draft";
import { applyWords } from "../words/apply";

/** Once a child is tied there is an account: how to get into it the first time. */
export function SignInFirst({ applications }: { applications: readonly Application[] }) {
  const { list: words } = useCatalogue(applyWords);
  const { session, signIn } = useSession();
  const bound = applications.flatMap(({ requests }) => requests).find(({ status }) => status === "BOUND");
  const email = bound?.guardian?.email ?? session?.email;
  if (!bound || !email) return null;
  return (
    <section className="card is-next">
      <h2>{words.signInFirst(email)}</h2>
      <ol className="steps-in-words">
        {words.signInSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Button onClick={() => signIn("/parent/")}>{words.signIn}</Button>
    </section>
  );
}
