import type { DocumentNode, ValidationRule } from "graphql";
import type { GatewayCode } from "../errors/codes.js";
import { GatewayRefusal } from "../errors/refusal.js";
import { type DocumentSize, measureDocument } from "./document-size.js";
import type { Limits } from "./limits.js";
import type { Manifest } from "./manifest.js";

const measures: readonly (readonly [what: keyof DocumentSize, code: GatewayCode])[] = [
  ["depth", "QUERY_TOO_DEEP"],
  ["aliases", "TOO_MANY_ALIASES"],
  ["directives", "TOO_MANY_DIRECTIVES"],
  ["directivesAtOnce", "TOO_MANY_DIRECTIVES"],
  ["repeatedFields", "TOO_MANY_FIELDS"],
  ["fields", "TOO_MANY_FIELDS"],
];

/**
 * Refuses a document that is too much, or that is none of the listed ones, before another rule walks it. It reports
 * twice: where one error is the maximum, the second ends the validation.
 */
export function createScreeningRule(limits: Limits, safelist: Manifest | null): ValidationRule {
  return (context) => ({
    Document: {
      enter(document) {
        const code =
          excessOf(document, limits) ?? (safelist?.lists(document) === false && "OPERATION_NOT_LISTED");
        if (!code) return;
        context.reportError(new GatewayRefusal(code));
        context.reportError(new GatewayRefusal(code));
      },
    },
  });
}

function excessOf(document: DocumentNode, limits: Limits): GatewayCode | undefined {
  const measured = measureDocument(document);
  return measures.find(([what]) => measured[what] > limits[what])?.[1];
}
