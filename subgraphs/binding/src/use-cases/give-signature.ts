import { decryptField, encryptField, openToken } from "@campus-graph/kit/auth/crypto";
import { subjectOf } from "@campus-graph/kit/context";
import { BadInput, InvalidToken } from "@campus-graph/kit/refusals/refusal";
import type { BindingContext } from "../context.js";
import type { Application, GivenSignature } from "../domain/application.js";
import { SignatureOutdated } from "../domain/refusals.js";
import { canonicalJson, sha256 } from "../domain/sealed-form.js";
import { parseSignature, type Stroke } from "../domain/signature.js";
import { isProofUsed } from "../persistence/signature-proofs.js";
import type { Declaration } from "./open-declaration.js";

/** A signature belongs to the row it stands in: an application's draft, or a sealed form. */
export interface SignaturePlace {
  table: "application" | "sealed_form";
  row: string;
}

/** A signature as it was given: strokes, or the proof of a code where a hand cannot draw. */
export interface SignatureInput {
  strokes?: readonly Stroke[] | null | undefined;
  proof?: string | null | undefined;
}

/** Checks a signature under an application and encrypts it for its place. */
export async function giveSignature(
  context: BindingContext,
  { strokes, proof }: SignatureInput,
  application: Pick<Application, "id" | "mustBeUnchangedSince">,
  place: SignaturePlace,
): Promise<GivenSignature> {
  if (strokes && !proof) {
    const drawn = parseSignature(strokes).map((stroke) => stroke.map(({ x, y, t }) => ({ x, y, t })));
    return { signedBy: "STROKES", proofId: null, ...sealed(context, canonicalJson(drawn), place) };
  }
  if (!proof || strokes) throw new BadInput(oneOfBoth);
  const { id, ...confirmed } = await openProof(context, proof, application.id);
  application.mustBeUnchangedSince(new Date(confirmed.confirmedAt));
  const { declarationId } = confirmed;
  return {
    signedBy: "CODE",
    proofId: id,
    declarationId,
    ...sealed(context, canonicalJson(confirmed), place),
  };
}

const oneOfBoth = {
  field: "strokes, proof",
  rule: {
    "zh-TW": "請提供手寫簽名或驗證碼簽署證明，擇一即可。",
    en: "Give the strokes of a drawn signature, or the proof of one by a code: one of them.",
  },
};

/** What identity sealed when the guardian showed a code: for one person, one application, a quarter of an hour. */
interface SignatureProof {
  readonly id: string;
  readonly subject: string;
  readonly applicationId: string;
  readonly verifiedEmail: string;
  readonly confirmedAt: string;
  /** Whom the guardian had declared last; absent before they declared, and in proofs from before that was said. */
  readonly declarationId?: string;
}

async function openProof(
  context: BindingContext,
  token: string,
  applicationId: string,
): Promise<SignatureProof> {
  const ring = context.keys.ring("declaration");
  const proof = openToken<SignatureProof>(ring, "signature-proof", token, context.clock.now());
  if (proof.applicationId !== applicationId || proof.subject !== subjectOf(context)) throw new InvalidToken();
  await mustBeUnused(context, proof.id);
  return proof;
}

/** A proof signs one form: another version of it is signed by another code. */
export async function mustBeUnused({ em }: BindingContext, proofId: string | null): Promise<void> {
  if (proofId !== null && (await isProofUsed(em, proofId))) throw new InvalidToken();
}

/** Refuses (SIGNATURE_OUTDATED) a code that signed when somebody else was declared than goes in now. */
export function mustHaveSigned(
  { declarationId: signed }: Pick<GivenSignature, "declarationId">,
  { declarationId }: Pick<Declaration, "declarationId">,
): void {
  if (signed && declarationId && signed !== declarationId) throw new SignatureOutdated();
}

/** The same signature, encrypted for another place. */
export function moveSignature(
  context: BindingContext,
  sealedStrokes: string,
  from: SignaturePlace,
  to: SignaturePlace,
): string {
  const given = decryptField(context.keys.ring("field"), sealedStrokes, {
    ...from,
    column: "sealed_strokes",
  });
  return seal(context, given, to);
}

function sealed(context: BindingContext, given: string, place: SignaturePlace) {
  return { sealedStrokes: seal(context, given, place), strokesHash: sha256(given) };
}

function seal(context: BindingContext, given: string, place: SignaturePlace): string {
  return encryptField(context.keys.ring("field"), given, { ...place, column: "sealed_strokes" });
}
