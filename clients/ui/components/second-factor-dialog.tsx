import { Unreachable } from "@campus-graph/clients/failure";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { type Failure, failureOf } from "../graph/failure";
import { type FactorQuestion, giveSecondFactor, readFactorQuestion } from "../session/session";
import { useSession } from "../session/session-provider";
import { useCatalogue, useLanguage } from "../words/language";
import { secondFactorWords } from "../words/second-factor-words";
import { Button } from "./button";
import { Field } from "./field";
import { FailureSentence } from "./loaded";

/** Asks for an authenticator's code or a passkey, over a screen that keeps what was typed. */
export default function SecondFactorDialog({ onEnd }: { onEnd(isGiven: boolean): void }) {
  const words = useCatalogue(secondFactorWords);
  const { language } = useLanguage();
  const { refresh } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [question, setQuestion] = useState<FactorQuestion>();
  const [code, setCode] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const read = () =>
      readFactorQuestion(language).then(setQuestion, (error: unknown) => setFailure(failureOf(error)));
    // Whoever sets one up in another tab goes on here when they come back.
    const seen = () => document.visibilityState === "visible" && void read();
    void read();
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [language]);

  const give = async (show: () => Promise<{ code: string } | { passkey: object }>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await giveSecondFactor(await show(), language);
      void refresh();
      onEnd(true);
    } catch (error) {
      setFailure(isOfBrowser(error) ? { code: "PASSKEY", sentence: words.passkeyFailed } : failureOf(error));
      setCode("");
      // Each question is answered once.
      readFactorQuestion(language).then(setQuestion, () => undefined);
    } finally {
      setBusy(false);
    }
  };
  const sendCode = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && code.trim() !== "") void give(async () => ({ code }));
  };
  const askPasskey = (options: object) =>
    give(async () => {
      const { startAuthentication } = await import("@simplewebauthn/browser").catch((cause: Error) => {
        throw new Unreachable(cause.message, false, { cause });
      });
      return { passkey: await startAuthentication({ optionsJSON: options as never }) };
    });

  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={id} onClose={() => onEnd(false)}>
      <h2 id={id}>{words.title}</h2>
      <p>{question && !question.isEnrolled ? words.notEnrolled : words.lead}</p>
      {failure && (
        <p className="alert" role="alert" data-code={failure.code}>
          <FailureSentence failure={failure} />
        </p>
      )}
      {question?.isEnrolled === false ? (
        <a className="button main" href="/sso/second-factor" target="_blank" rel="noreferrer">
          {words.setUp}
        </a>
      ) : (
        <form onSubmit={sendCode}>
          <Field
            label={words.code}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            autoFocus
          />
          <div className="acts">
            <Button type="submit" isBusy={isBusy}>
              {words.confirm}
            </Button>
            {question?.passkey && (
              <Button
                kind="quiet"
                isBusy={isBusy}
                onClick={() => question.passkey && askPasskey(question.passkey)}
              >
                {words.passkey}
              </Button>
            )}
          </div>
        </form>
      )}
      <div className="acts">
        <Button kind="plain" onClick={() => dialog.current?.close()}>
          {words.cancel}
        </Button>
      </div>
    </dialog>
  );
}

/** A passkey that its person did not choose, or that the browser would not ask: nothing reached the server. */
function isOfBrowser(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === "WebAuthnError" || error instanceof DOMException || error.name === "NotAllowedError")
  );
}
