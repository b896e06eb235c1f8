import { bindingSchema } from "@campus-graph/binding/graphql/schema";
import { identitySchema } from "@campus-graph/identity/graphql/schema";
import { hasOrdinarySubscriptions } from "@campus-graph/kit/graphql/federate";
import { paymentsSchema } from "@campus-graph/payments/graphql/schema";
import { rosterSchema } from "@campus-graph/roster/graphql/schema";
import { expect, it } from "vitest";

it.each(Object.entries({ bindingSchema, identitySchema, paymentsSchema, rosterSchema }))(
  "%s has tails only, so that its subgraph opens no sockets",
  (_, schemaOf) => {
    expect(hasOrdinarySubscriptions(schemaOf().schema)).toBe(false);
  },
);
