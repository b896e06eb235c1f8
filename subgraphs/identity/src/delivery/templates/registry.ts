import type { Template } from "../template.js";
import { billIssued } from "./bill-issued.js";
import { bindingRevoked } from "./binding-revoked.js";
import { requestProvisionFailed } from "./request-provision-failed.js";
import { requestReturned } from "./request-returned.js";
import { reviewDigest } from "./review-digest.js";

/** Every occasion on which somebody is written to, by the name that events give it. */
export const templates: ReadonlyMap<string, Template> = new Map(
  [requestReturned, requestProvisionFailed, bindingRevoked, billIssued, reviewDigest].map((template) => [
    template.name,
    template,
  ]),
);
