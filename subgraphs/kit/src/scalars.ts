import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLDateTime, GraphQLEmailAddress } from "graphql-scalars";

/** A scalar whose values are strings of one form; anything else is refused with `wanted`. */
export function stringScalar(
  name: string,
  description: string,
  isOne: (text: string) => boolean,
  wanted: string,
) {
  const parse = (value: unknown): string => {
    if (typeof value === "string" && isOne(value)) return value;
    throw new GraphQLError(`${name} must be ${wanted}.`, { extensions: { code: "BAD_INPUT" } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** Whether the text is a day that exists in the calendar, as yyyy-MM-dd. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

export const CalendarDate = stringScalar(
  "Date",
  "A calendar day in Asia/Taipei, written yyyy-MM-dd.",
  isCalendarDate,
  "a day that exists, written yyyy-MM-dd",
);

export const Cursor = stringScalar(
  "Cursor",
  "A place in a list. Sealed: it reads as noise, holds for one viewer and one list, and is only ever handed back.",
  (text) => text.length > 0 && text.length <= 1_000,
  "a cursor that a list gave you",
);

export const DateTime: GraphQLScalarType = GraphQLDateTime;
export const EmailAddress: GraphQLScalarType = GraphQLEmailAddress;
