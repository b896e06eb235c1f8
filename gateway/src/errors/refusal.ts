import type { Words } from "@campus-graph/kit/refusals/refusal";
import { GraphQLError } from "graphql";
import { type GatewayCode, refusals } from "./codes.js";

/** A refusal of the gateway itself; its message is chosen when it is sent, in the caller's language. */
export class GatewayRefusal extends GraphQLError {
  constructor(
    readonly code: GatewayCode,
    details: {
      serviceName?: string;
      path?: readonly (string | number)[];
      /** What is wrong, where, and what to do: sent instead of the code's own message. */
      words?: Words;
      /** The argument, or field of one, that is not right. */
      field?: string;
    } = {},
  ) {
    const { path, ...extensions } = details;
    super(details.words?.en ?? refusals[code].en, {
      path,
      extensions: { code, ...extensions, http: { status: refusals[code].status } },
    });
  }
}
