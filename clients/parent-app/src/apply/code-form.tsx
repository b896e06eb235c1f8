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

type By = "EMAIL" | "SMS";

interface Sent {
  by: By;
  target: string;
  challengeId: string;
  reference: string;
  resendAfter: string;
}

/** A code to an address or a telephone, as the applicant likes, and the answer to it. What was sent survives a reload. */
export function CodeForm({
  name,
  email: fixed,
  request: send,
  onCode,
}: {
  /** Names this form's draft. */
  name: string;
  /** The address, where it is known already: the code goes there and nowhere else. */
  email?: string | undefined;
  /** What sends the code, where it is not for an application. */
  request?(input: { by: By; target: string }): Promise<Omit<Sent, "by" | "target">>;
  onCode(answer: { challengeId: string; code: string }): Promise<unknown>;
}) {
  const words = useCatalogue(codeWords);
  const { session } = useSession();
  const mutate = useMutate();
  const kept = readDraft<Sent>(name);
  const [sent, setSent] = useState(!fixed || kept?.target === fixed ? kept : undefined);
  const [typed, setTyped] = useState<Typed>({
    by: "EMAIL",
    EMAIL: "",
    SMS: "",
    ...readDraft<Typed>(`${name}-typed`),
  });
  const by = fixed || !session?.codesBySms ? "EMAIL" : typed.by;
  const target = fixed ?? typed[by];
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<"target" | "code">();
  const request = useAct(async () => {
    const input = { by, target: target.trim() };
    const challenge = send
      ? await send(input)
      : (await mutate(RequestVerificationCodeDocument, { input })).requestVerificationCode;
    const next = { ...challenge, ...input };
    keepDraft(name, next);
    setSent(next);
    setCode("");
  });
  const confirm = useAct(async (challengeId: string) => {
    await onCode({ challengeId, code: code.trim() });
    dropDraft(name);
  });
  const requestCode = (event: FormEvent) => {
    event.preventDefault();
    const isGood = looksRight[by].test(target.normalize("NFKC").trim());
    setProblem(isGood ? undefined : "target");
    if (isGood) void request.run();
  };
  const answer = (event: FormEvent) => {
    event.preventDefault();
    const isGood = code.replace(/[\s-]/g, "").length >= 8;
    setProblem(isGood ? undefined : "code");
    if (isGood && sent) void confirm.run(sent.challengeId);
  };
  const type = (change: Partial<Typed>) => {
    setTyped({ ...typed, ...change });
    keepDraft(`${name}-typed`, { ...typed, ...change });
  };
  if (!sent)
    return (
      <form noValidate onSubmit={requestCode}>
        <FailureAlert failure={request.failure} />
        {!fixed && session?.codesBySms && (
          <Delivery
            by={by}
            onChange={(by) => {
              setProblem(undefined);
              type({ by });
            }}
          />
        )}
        <Field
          key={by}
          label={by === "SMS" ? words.mobile : words.email}
          hint={by === "SMS" ? words.mobileHint : undefined}
          type={by === "SMS" ? "tel" : "email"}
          autoComplete={by === "SMS" ? "tel-national" : "email"}
          inputMode={by === "SMS" ? "tel" : "email"}
          value={target}
          readOnly={fixed !== undefined}
          problem={problem === "target" ? (by === "SMS" ? words.badMobile : words.badEmail) : undefined}
          onChange={({ target }) => type({ [by]: target.value })}
        />
        <Button type="submit" isBusy={request.isRunning}>
          {words.get}
        </Button>
      </form>
    );
  return (
    <form noValidate onSubmit={answer}>
      <p className="told" role="status">
        {sent.by === "SMS" ? words.sentToMobile(sent.target) : words.sentTo(sent.target)}
        <br />
        {sent.by === "SMS" ? words.smsReference(sent.reference) : words.reference(sent.reference)}
      </p>
      {session?.demo && (
        <a href="/mail" target="_blank" rel="noreferrer">
          {words.demo}
        </a>
      )}
      <FailureAlert failure={confirm.failure ?? request.failure} />
      <Field
        label={words.code}
        hint={sent.by === "SMS" ? words.smsCodeHint : words.codeHint}
        className="code-input"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={16}
        value={code}
        problem={problem === "code" ? (sent.by === "SMS" ? words.badSmsCode : words.badCode) : undefined}
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
            {session?.codesBySms ? words.otherWay : words.otherEmail}
          </Button>
        )}
        <Again after={sent.resendAfter} isBusy={request.isRunning} onAgain={() => void request.run()} />
      </div>
    </form>
  );
}

/** What was typed for each way, so that changing one's mind loses nothing. */
interface Typed {
  by: By;
  EMAIL: string;
  SMS: string;
}

/** Near enough to be asked about; what it is, identity decides. */
const looksRight = { EMAIL: /^\S+@\S+\.\S+$/, SMS: /^\+?[\d\s()-]{9,20}$/ };

function Delivery({ by, onChange }: { by: By; onChange(by: By): void }) {
  const words = useCatalogue(codeWords);
  return (
    <fieldset>
      <legend>{words.by}</legend>
      <div className="segments">
        {(["EMAIL", "SMS"] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="code-by" checked={by === each} onChange={() => onChange(each)} />
            <span>{each === "SMS" ? words.bySms : words.byEmail}</span>
          </label>
        ))}
      </div>
    </fieldset>
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
