import {
  ApplicationsDocument,
  type Relationship,
  ResubmitRequestDocument,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { dropBriefly, dropDraft, keepDraft, readDraft } from "@campus-graph/ui/session/device";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Declared } from "../apply/declared";
import { GuardianForm } from "../apply/guardian-form";
import { isRelated, RelationshipChoice } from "../apply/relationship-choice";
import { isSigned, type Signed, Signing, signatureOf } from "../apply/signing";
import type { Application } from "../apply/use-draft";
import { applyWords } from "../words/apply";
import { correctWords } from "../words/correct";
import { shellWords } from "../words/shell";
import { signWords } from "../words/sign";

type Request = Application["requests"][number];

interface Corrected {
  relationship: Relationship;
  otherRelationship: string;
  signed: Signed;
  declared?: Declared;
}

/** A request that came back: the reason, what is to be corrected, and a new signature under it. */
export function CorrectPage({ id }: { id: string }) {
  const words = useCatalogue(correctWords);
  const { app } = useCatalogue(shellWords);
  const queried = useQuery(ApplicationsDocument);
  return (
    <Page title={words.title} app={app} backTo="/applications">
      <Loaded of={queried}>
        {({ myApplications }) => {
          const application = myApplications.find(({ requests }) => requests.some((each) => each.id === id));
          const request = application?.requests.find((each) => each.id === id);
          const isOpen = request?.status === "RETURNED" || request?.status === "PROVISION_FAILED";
          if (!application || !request || !isOpen) return <p className="lead">{words.gone}</p>;
          return <Correction application={application} request={request} />;
        }}
      </Loaded>
    </Page>
  );
}

function Correction({ application, request }: { application: Application; request: Request }) {
  const words = useCatalogue(correctWords);
  const sign = useCatalogue(signWords);
  const apply = useCatalogue(applyWords);
  const mutate = useMutate();
  const [, go] = useLocation();
  const draftName = `correct-${request.id}`;
  const [typed, setTyped] = useState<Corrected>(
    () =>
      readDraft<Corrected>(draftName) ?? {
        relationship: request.relationship,
        otherRelationship: request.otherRelationship ?? "",
        signed: { strokes: [] },
      },
  );
  const [isChanging, setChanging] = useState(request.status === "PROVISION_FAILED" && !typed.declared);
  const [isTried, setTried] = useState(false);
  const type = (more: Partial<Corrected>) => {
    const next = { ...typed, ...more };
    setTyped(next);
    keepDraft(draftName, next);
  };
  const { relationship, otherRelationship, signed, declared } = typed;
  const send = useAct(async () => {
    await mutate(ResubmitRequestDocument, {
      input: {
        requestId: request.id,
        relationship,
        ...(relationship === "OTHER" ? { otherRelationship: otherRelationship.trim() } : {}),
        ...(declared ? { declaration: declared.declaration } : {}),
        ...signatureOf(signed),
      },
    });
    dropDraft(draftName);
    dropDraft(`guardian-${application.id}`);
    dropBriefly(`guardian-${application.id}`);
    go("/applications?sent", { replace: true });
  });
  const isComplete = isRelated(relationship, otherRelationship) && isSigned(signed);
  return (
    <>
      <section className="card">
        <p className="request-who">
          <strong>{request.student?.maskedName}</strong>
          <span className={`seal ${request.status.toLowerCase()}`}>{apply.status[request.status]}</span>
        </p>
        <p className="reason">
          <strong>{apply.list.reason}</strong>
          <br />
          {request.returnReason ?? apply.list.what[request.status]}
        </p>
      </section>
      <RelationshipChoice
        relationship={relationship}
        otherRelationship={otherRelationship}
        isTried={isTried}
        onChange={type}
      />
      <section className="card">
        <h2>{words.data}</h2>
        {isChanging ? (
          <GuardianForm
            applicationId={application.id}
            onDeclared={(next) => {
              type({ declared: next });
              setChanging(false);
            }}
          />
        ) : (
          <>
            <p>
              <strong>{declared?.name ?? request.guardian?.name}</strong>{" "}
              {declared?.maskedNationalId ?? request.guardian?.maskedNationalId}
              <br />
              {declared?.email ?? request.guardian?.email}
              <br />
              {declared?.mobile ?? request.guardian?.mobile}
            </p>
            <p className="hint" role="status">
              {declared ? words.dataDone : words.dataHint}
            </p>
            <Button kind="quiet" onClick={() => setChanging(true)}>
              {words.change}
            </Button>
          </>
        )}
      </section>
      {!isChanging && (
        <>
          <Signing
            applicationId={application.id}
            email={declared?.email ?? request.guardian?.email ?? ""}
            signed={signed}
            problem={isTried && !isSigned(signed) ? sign.empty : undefined}
            onSigned={(next) => type({ signed: next })}
          />
          <FailureAlert failure={send.failure} />
          <Button
            isBusy={send.isRunning}
            onClick={() => {
              setTried(true);
              if (isComplete) void send.run();
            }}
          >
            {words.send}
          </Button>
        </>
      )}
    </>
  );
}
