import {
  SignApplicationDocument,
  SubmitApplicationDocument,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { failureOf } from "@campus-graph/ui/graph/failure";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { dropDraft, keepDraft, readDraft } from "@campus-graph/ui/session/device";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { Link, Redirect, useLocation } from "wouter";
import { applyWords } from "../words/apply";
import { shellWords } from "../words/shell";
import { signWords } from "../words/sign";
import { type Declared, readDeclared } from "./declared";
import { isSigned, type Signed, Signing, signatureOf } from "./signing";
import { Stepper } from "./stepper";
import type { Application } from "./use-draft";

/** Step 4, its second half: everything once more, the signature, 送出資料. */
export function SignPage({ draft }: { draft: Application }) {
  const declared = readDeclared(draft.id);
  if (!declared) return <Redirect to="/apply/guardian" replace />;
  return <ToSign draft={draft} declared={declared} />;
}

function ToSign({ draft, declared }: { draft: Application; declared: Declared }) {
  const words = useCatalogue(signWords);
  const apply = useCatalogue(applyWords);
  const { app } = useCatalogue(shellWords);
  const mutate = useMutate();
  const [, go] = useLocation();
  const draftName = `signed-${draft.id}`;
  const [signed, setSigned] = useState<Signed>(() => readDraft<Signed>(draftName) ?? { strokes: [] });
  const [isTried, setTried] = useState(false);
  const sign = (next: Signed) => {
    setSigned(next);
    keepDraft(draftName, next);
  };
  const send = useAct(async () => {
    const applicationId = draft.id;
    try {
      await mutate(SignApplicationDocument, { input: { applicationId, ...signatureOf(signed) } });
      await mutate(SubmitApplicationDocument, {
        input: { applicationId, declaration: declared.declaration, idempotencyKey: keyOf(applicationId) },
      });
    } catch (error) {
      if (failureOf(error).code === "SIGNATURE_OUTDATED") sign({ strokes: [] });
      throw error;
    }
    for (const name of ["signed", "declared", "guardian", "key", "student", "sign"])
      dropDraft(`${name}-${applicationId}`);
    go("/applications?sent", { replace: true });
  });
  return (
    <Page title={words.title} app={app} backTo="/apply/guardian">
      <Stepper step={4} />
      <section className="card">
        <h2>{words.students}</h2>
        <ul className="summary">
          {draft.requests.map(({ id, relationship, otherRelationship, student }) => (
            <li key={id}>
              <strong>{student?.maskedName}</strong> {student?.school?.name} ·{" "}
              {otherRelationship ?? apply.relationships[relationship]}
            </li>
          ))}
        </ul>
        <Link href="/apply/students">{words.edit}</Link>
      </section>
      <section className="card">
        <h2>{words.guardian}</h2>
        <p className="summary">
          <strong>{declared.name}</strong> {declared.maskedNationalId}
          <br />
          {declared.email}
          <br />
          {declared.mobile}
        </p>
        <Link href="/apply/guardian">{words.edit}</Link>
      </section>
      <Signing
        applicationId={draft.id}
        email={declared.email}
        signed={signed}
        problem={isTried && !isSigned(signed) ? words.empty : undefined}
        onSigned={sign}
      />
      <FailureAlert failure={send.failure} />
      {send.failure?.code === "INVALID_TOKEN" && <Link href="/apply/guardian">{words.declareAgain}</Link>}
      <Button
        isBusy={send.isRunning}
        onClick={() => {
          setTried(true);
          if (isSigned(signed)) void send.run();
        }}
      >
        {words.send}
      </Button>
    </Page>
  );
}

/** The same key for the same application, however often it is sent and whatever was reloaded between. */
function keyOf(applicationId: string): string {
  const kept = readDraft<string>(`key-${applicationId}`) ?? crypto.randomUUID();
  keepDraft(`key-${applicationId}`, kept);
  return kept;
}
