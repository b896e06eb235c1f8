import { Button } from "@campus-graph/ui/components/button";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useEffect, useId, useRef } from "react";
import { shellWords } from "../words/shell";

/** Over a screen whose session has ended: its owner signs in again in another tab, and goes on here. */
export function EndedDialog() {
  const { ended } = useCatalogue(shellWords);
  const { language } = useLanguage();
  const { signOut } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const signIn = () => {
    const query = new URLSearchParams({ returnTo: "/school/signed-in", locale: language });
    window.open(`/session/sign-in?${query}`, "_blank");
  };
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={id}
      // Behind it are the data of children: it goes only with a sign-in or a sign-out.
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === "Escape" && event.preventDefault()}
    >
      <h2 id={id}>{ended.title}</h2>
      <p>{ended.lead}</p>
      <div className="acts">
        <Button kind="plain" onClick={() => void signOut()}>
          {ended.leave}
        </Button>
        <Button onClick={signIn}>{ended.signIn}</Button>
      </div>
    </dialog>
  );
}
