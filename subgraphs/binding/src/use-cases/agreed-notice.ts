import { batched } from "@campus-graph/kit/graphql/batching";
import type { BindingContext } from "../context.js";
import type { Application } from "../domain/application.js";
import type { ConsentNotice } from "../domain/consent-notice.js";
import { consentTextByDigest } from "../persistence/consent-texts.js";

/** The exact text that was agreed to; null before consent. */
export async function agreedNotice(
  context: BindingContext,
  { consent }: Application,
): Promise<ConsentNotice | null> {
  return consent && batched(context, consentTextByDigest, consent.digest);
}
