import { transaction } from "@campus-graph/kit/sql/transaction";
import { lockOwnApplication } from "../access/own-applications.js";
import type { BindingContext } from "../context.js";
import type { Application } from "../domain/application.js";
import { giveSignature, type SignatureInput } from "./give-signature.js";

export interface SignApplication extends SignatureInput {
  applicationId: string;
}

/** Keeps the signature with the draft; signing again replaces it. */
export function signApplication(
  context: BindingContext,
  { applicationId, ...given }: SignApplication,
): Promise<Application> {
  return transaction(context, async (context) => {
    const application = await lockOwnApplication(context, applicationId);
    const { id: row } = application;
    application.sign(await giveSignature(context, given, application, { table: "application", row }));
    return application;
  });
}
