import { decryptField, encryptField } from "@campus-graph/kit/crypto";
import type { BindingContext } from "../context.js";
import type { DrawnSignature } from "../domain/application.js";
import { canonicalJson, sha256 } from "../domain/sealed-form.js";
import { parseSignature, type Stroke } from "../domain/signature.js";

/** A drawn signature belongs to the row it stands in: an application's draft, or a sealed form. */
export interface SignaturePlace {
  table: "application" | "sealed_form";
  row: string;
}

/** Checks the strokes and encrypts them for their place. */
export function drawSignature(
  context: BindingContext,
  strokes: readonly Stroke[],
  place: SignaturePlace,
): DrawnSignature {
  const drawn = canonicalJson(
    parseSignature(strokes).map((stroke) => stroke.map(({ x, y, t }) => ({ x, y, t }))),
  );
  return { sealedStrokes: sealStrokes(context, drawn, place), strokesHash: sha256(drawn) };
}

/** The same signature, encrypted for another place. */
export function moveSignature(
  context: BindingContext,
  sealedStrokes: string,
  from: SignaturePlace,
  to: SignaturePlace,
): string {
  const drawn = decryptField(context.keys.ring("field"), sealedStrokes, {
    ...from,
    column: "sealed_strokes",
  });
  return sealStrokes(context, drawn, to);
}

function sealStrokes(context: BindingContext, drawn: string, place: SignaturePlace): string {
  return encryptField(context.keys.ring("field"), drawn, { ...place, column: "sealed_strokes" });
}
