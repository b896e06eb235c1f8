import { buildASTSchema, type GraphQLScalarType, graphqlSync, parse } from "graphql";
import { expect, it } from "vitest";
import { anonymous } from "../../auth/viewer.js";
import type { Language } from "../../refusals/refusal.js";
import { presentError } from "../refusal-to-graphql.js";
import { CalendarDate, EmailAddress } from "../scalars.js";

/** A field that gives back what it was given, with the scalar as its argument's type. */
function echo(
  scalar: GraphQLScalarType,
  value: unknown,
  { inline = false, language = "zh-TW" as Language } = {},
) {
  const schema = buildASTSchema(
    parse(`scalar ${scalar.name} type Query { echo(it: ${scalar.name}): ${scalar.name} }`),
  );
  Object.assign(schema.getType(scalar.name)!, {
    parseValue: scalar.parseValue,
    parseLiteral: scalar.parseLiteral,
    serialize: scalar.serialize,
  });
  const source = inline
    ? `{ echo(it: ${JSON.stringify(value)}) }`
    : `query ($it: ${scalar.name}) { echo(it: $it) }`;
  const { data, errors } = graphqlSync({
    schema,
    source,
    rootValue: { echo: ({ it }: { it: string }) => it },
    variableValues: inline ? {} : { it: value },
  });
  const context = { viewer: { ...anonymous, language }, traceId: "t", log: null as never };
  return { echo: data?.echo, errors: errors?.map((error) => presentError(error, context, {})) };
}

it("takes an e-mail address as it was typed, in its kept form", () => {
  expect(echo(EmailAddress, " ｗａｎｇ＠X.tw ").echo).toBe("wang@x.tw");
  expect(echo(EmailAddress, "wang@x.tw ", { inline: true }).echo).toBe("wang@x.tw");
});

it.each([
  [EmailAddress, "王老師@x.tw", "EMAIL_INVALID"],
  [EmailAddress, "<wang@x.tw>", "EMAIL_INVALID"],
  [EmailAddress, "wang\u200B@x.tw", "BAD_CHARACTER"],
  [EmailAddress, 7, "BAD_INPUT"],
  [CalendarDate, "2018-02-30", "BAD_INPUT"],
  [CalendarDate, "107/1/2", "BAD_INPUT"],
])(
  "refuses %s %j with the code %s, in the reader's language, and never repeats it",
  (scalar, value, code) => {
    for (const inline of [false, true])
      for (const [language, form] of [
        ["zh-TW", /\p{Script=Han}/u],
        ["en", /^[A-Z“][^\p{Script=Han}]+$/u],
      ] as const) {
        const { errors } = echo(scalar, value, { inline, language });
        expect(errors).toMatchObject([{ extensions: { code } }]);
        expect(errors?.[0]?.message).toMatch(form);
        expect(errors?.[0]?.message).not.toContain(String(value));
      }
  },
);

it("names the argument in which a value stood, not the scalar", () => {
  for (const inline of [false, true]) {
    const { errors } = echo(CalendarDate, "107/1/2", { inline, language: "en" });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^“it” is not right/), extensions: { field: "it" } },
    ]);
  }
});
