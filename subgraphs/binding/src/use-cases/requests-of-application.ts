import { batched } from "@campus-graph/kit/graphql/batching";
import type { BindingContext } from "../context.js";
import type { BindingRequest } from "../domain/request.js";
import { requestsByApplication } from "../persistence/requests.js";

/** The requests of an application that the viewer was given, in the order in which they were added. */
export async function requestsOfApplication(
  context: BindingContext,
  applicationId: string,
): Promise<BindingRequest[]> {
  return (await batched(context, requestsByApplication, applicationId)) ?? [];
}
