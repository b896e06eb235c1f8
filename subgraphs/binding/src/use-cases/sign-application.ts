import { transaction } from "@campus-graph/kit/transaction";
import type { BindingContext } from "../context.js";
import type { Application } from "../domain/application.js";
import type { Stroke } from "../domain/signature.js";
import { lockOwnApplication } from "../persistence/applications.js";
import { drawSignature } from "./draw-signature.js";

export interface SignApplication {
  applicationId: string;
  strokes: readonly Stroke[];
}

/** Keeps the drawn signature with the draft; drawing again replaces it. */
export function signApplication(
  context: BindingContext,
  { applicationId, strokes }: SignApplication,
): Promise<Application> {
  return transaction(context, async (context) => {
    const application = await lockOwnApplication(context, applicationId);
    application.sign(drawSignature(context, strokes, { table: "application", row: application.id }));
    return application;
  });
}
