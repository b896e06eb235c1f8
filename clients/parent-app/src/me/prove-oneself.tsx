import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct } from "@campus-graph/ui/graph/use-act";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { CodeForm } from "../apply/code-form";

/** A code that went to the person's own address; nothing where a second factor speaks. */
export interface Proof {
  challengeId?: string;
  code?: string;
}

/**
 * Something that an open session alone must not do. Whoever has a second factor is asked for it over the screen; all
 * others by a code to their own address.
 */
export function ProveOneself({
  name,
  label,
  why,
  kind,
  act,
}: {
  /** Names the code's draft. */
  name: string;
  label: string;
  /** Why a code is asked for. */
  why: string;
  kind?: "danger";
  act(proof: Proof): Promise<void>;
}) {
  const { session } = useSession();
  const first = useAct(() => act({}));
  if (first.failure?.code === "FRESH_CODE_REQUIRED")
    return (
      <section className="proof">
        <p>{why}</p>
        <CodeForm name={name} email={session?.email ?? undefined} onCode={act} />
      </section>
    );
  return (
    <>
      <FailureAlert failure={first.failure} />
      <Button {...(kind && { kind })} isBusy={first.isRunning} onClick={() => void first.run()}>
        {label}
      </Button>
    </>
  );
}
