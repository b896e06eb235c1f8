import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { BadInput, type Words } from "../refusals/refusal.js";
import { isCalendarDate } from "../text/calendar.js";
import { parseEmailAddress } from "../text/email-address.js";

/**
 * A scalar whose values are text of one form. `read` gives the text in its kept form or refuses it; a refusal reaches
 * the caller as any other does, with its code and in their language. What is answered was read once and is not again.
 */
export function textScalar(name: string, description: string, read: (text: string) => string) {
  const parse = (value: unknown): string => {
    if (typeof value !== "string") throw new BadInput({ field: name, rule: quotedText });
    return read(value);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const quotedText = { "zh-TW": "請填寫文字。", en: "Give a text." };

/** A text scalar that takes a text as it is or refuses it (BAD_INPUT) with its rule. */
export function textScalarOfForm(
  name: string,
  description: string,
  isOne: (text: string) => boolean,
  rule: Words,
) {
  return textScalar(name, description, (text) => {
    if (!isOne(text)) throw new BadInput({ field: name, rule });
    return text;
  });
}

/** The scalar with the address where it is written down what its values are. */
export function specifiedBy(specifiedByURL: string, scalar: GraphQLScalarType): GraphQLScalarType {
  return new GraphQLScalarType({ ...scalar.toConfig(), specifiedByURL });
}

export const CalendarDate = specifiedBy(
  "https://scalars.graphql.org/andimarek/local-date.html",
  textScalarOfForm("Date", "A calendar day in Asia/Taipei, written yyyy-MM-dd.", isCalendarDate, {
    "zh-TW": "請填寫存在的日期，格式為 yyyy-MM-dd。",
    en: "Write a day that exists, as yyyy-MM-dd.",
  }),
);

export const Cursor = specifiedBy(
  "https://relay.dev/graphql/connections.htm#sec-Cursor",
  textScalarOfForm(
    "Cursor",
    "A place in a list. Sealed: it reads as noise, holds for one viewer and one list, and is only ever handed back.",
    (text) => text.length > 0 && text.length <= 1_000,
    { "zh-TW": "請填寫清單所給的 cursor。", en: "Give a cursor that a list gave you." },
  ),
);

export const DateTime = specifiedBy(
  "https://scalars.graphql.org/andimarek/date-time.html",
  GraphQLDateTime as GraphQLScalarType,
);

export const EmailAddress = specifiedBy(
  "https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address",
  textScalar(
    "EmailAddress",
    "An e-mail address, read as everywhere: white space around it goes, full-width letters become plain ones. Error: EMAIL_INVALID.",
    parseEmailAddress,
  ),
);
