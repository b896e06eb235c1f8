import { ConfirmSignatureDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { serverNow } from "@campus-graph/ui/session/session";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { signWords } from "../words/sign";
import { CodeForm } from "./code-form";
import { Signature, type Stroke, sinceBeginning } from "./signature";

/** A signature as it is kept until it is sent: drawn, or a code that came back as a sealed proof. */
export type Signed = { strokes: Stroke[] } | { proof: string; expiresAt: string };

export function isSigned(signed: Signed): boolean {
  return "proof" in signed ? Date.parse(signed.expiresAt) > serverNow() : signed.strokes.length > 0;
}

/** The signature as the graph takes it. */
export function signatureOf(signed: Signed): { strokes: Stroke[] } | { proof: string } {
  return "proof" in signed ? { proof: signed.proof } : { strokes: sinceBeginning(signed.strokes) };
}

/** By hand; or, for whoever cannot draw, by a fresh code. */
export function Signing({
  applicationId,
  email,
  signed,
  problem,
  onSigned,
}: {
  applicationId: string;
  /** An address of the signer's that was verified before. */
  email: string;
  signed: Signed;
  problem: string | undefined;
  onSigned(signed: Signed): void;
}) {
  const words = useCatalogue(signWords);
  const connection = useConnection();
  const [isByCode, setByCode] = useState("proof" in signed);
  const confirm = async (answer: { challengeId: string; code: string }) => {
    const input = { applicationId, ...answer };
    const { confirmSignature } = await connection.mutate(ConfirmSignatureDocument, { input });
    onSigned(confirmSignature);
  };
  const byHand = () => {
    setByCode(false);
    onSigned({ strokes: [] });
  };
  return (
    <section className="signing">
      <h2>{words.signature}</h2>
      {!isByCode && "strokes" in signed && (
        <>
          <Signature
            strokes={signed.strokes}
            problem={problem}
            onChange={(strokes) => onSigned({ strokes })}
          />
          <Button kind="plain" onClick={() => setByCode(true)}>
            {words.byCode}
          </Button>
        </>
      )}
      {isByCode && (
        <div className="card">
          {isSigned(signed) && "proof" in signed ? (
            <p role="status">{words.signedByCode}</p>
          ) : (
            <>
              <p>{words.byCodeHint}</p>
              <CodeForm name={`sign-${applicationId}`} email={email} onCode={confirm} />
              {problem && <p className="problem">{problem}</p>}
            </>
          )}
          <Button kind="plain" onClick={byHand}>
            {words.byHand}
          </Button>
        </div>
      )}
    </section>
  );
}
