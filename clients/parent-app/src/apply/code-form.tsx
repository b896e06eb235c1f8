import { RequestVerificationCodeDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { dropDraft, keepDraft, readDraft } from "@campus-graph/ui/session/device";
import { serverNow } from "@campus-graph/ui/session/session";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, useEffect, useState } from "react";
import { codeWords } from "../words/code";

interface Sent {
  email: string;
  challengeId: string;
  reference: string;
  resendAfter: string;
}

/** A code to an address, and the answer to it. What was sent survives a reload. */
export function CodeForm({
  name,
  email: fixed,
  onCode,
}: {
  /** Names this form's draft. */
  name: string;
  /** The address, where it is known already. */
  email?: string | undefined;
  onCode(answer: { challengeId: string; code: string }): Promise<unknown>;
}) {
  const words = useCatalogue(codeWords);
  const { session } = useSession();
  const mutate = useMutate();
  const kept = readDraft<Sent>(name);
  const [sent, setSent] = useState(!fixed || kept?.email === fixed ? kept : undefined);
  const [email, setEmail] = useState(fixed ?? readDraft<string>(`${name}-email`) ?? "");
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<"email" | "code">();
  const request = useAct(async () => {
    const { requestVerificationCode } = await mutate(RequestVerificationCodeDocument, {
      input: { by: "EMAIL", target: email.trim() },
    });
    const next = { ...requestVerificationCode, email: email.trim() };
    keepDraft(name, next);
    setSent(next);
    setCode("");
  });
  const confirm = useAct(async (challengeId: string) => {
    await onCode({ challengeId, code: code.trim() });
    dropDraft(name);
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const isGood = /^\S+@\S+\.\S+$/.test(email.normalize("NFKC").trim());
    setProblem(isGood ? undefined : "email");
    if (isGood) void request.run();
  };
  const answer = (event: FormEvent) => {
    event.preventDefault();
    const isGood = code.replace(/[\s-]/g, "").length >= 8;
    setProblem(isGood ? undefined : "code");
    if (isGood && sent) void confirm.run(sent.challengeId);
  };
  if (!sent)
    return (
      <form noValidate onSubmit={ask}>
        <FailureAlert failure={request.failure} />
        <Field
          label={words.email}
          type="email"
          autoComplete="email"
          inputMode="email"
          value={email}
          readOnly={fixed !== undefined}
          problem={problem === "email" ? words.badEmail : undefined}
          onChange={({ target }) => {
            setEmail(target.value);
            keepDraft(`${name}-email`, target.value);
          }}
        />
        <Button type="submit" isBusy={request.isRunning}>
          {words.get}
        </Button>
      </form>
    );
  return (
    <form noValidate onSubmit={answer}>
      <p className="told" role="status">
        {words.sentTo(sent.email)}
        <br />
        {words.reference(sent.reference)}
      </p>
      {session?.demo && (
        <a href="/mail" target="_blank" rel="noreferrer">
          {words.demo}
        </a>
      )}
      <FailureAlert failure={confirm.failure ?? request.failure} />
      <Field
        label={words.code}
        hint={words.codeHint}
        className="code-input"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={16}
        value={code}
        problem={problem === "code" ? words.badCode : undefined}
        onChange={({ target }) => setCode(target.value)}
      />
      <Button type="submit" isBusy={confirm.isRunning}>
        {words.confirm}
      </Button>
      <div className="acts">
        {!fixed && (
          <Button
            kind="plain"
            onClick={() => {
              dropDraft(name);
              setSent(undefined);
            }}
          >
            {words.otherEmail}
          </Button>
        )}
        <Again after={sent.resendAfter} isBusy={request.isRunning} onAgain={() => void request.run()} />
      </div>
    </form>
  );
}

/** Another code, from the moment on from which one can be had. */
function Again({ after, isBusy, onAgain }: { after: string; isBusy: boolean; onAgain(): void }) {
  const words = useCatalogue(codeWords);
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((Date.parse(after) - now) / 1000);
  return (
    <Button kind="plain" isBusy={isBusy} disabled={seconds > 0} onClick={onAgain}>
      {seconds > 0 ? words.againIn(seconds) : words.again}
    </Button>
  );
}
