import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { anonymous } from "../../auth/viewer.js";
import { presentError } from "../../graphql/refusal-to-graphql.js";
import { charactersBetween, entriesBetween, numberBetween } from "../input-rules.js";
import { BadInput, type Language } from "../refusal.js";

/** What somebody who reads the language is answered. */
function messageOf(refusal: BadInput, language: Language) {
  const context = { viewer: { ...anonymous, language }, traceId: "t", log: null as never };
  return presentError(new GraphQLError("", { originalError: refusal }), context, {});
}

describe("an argument that breaks a rule", () => {
  const tooMany = new BadInput({ field: "first", rule: numberBetween(1, 100) });

  it("is told with its rule as a sentence in the reader's language", () => {
    expect(messageOf(tooMany, "zh-TW").message).toBe("「first」填寫有誤：請填寫 1 至 100 之間的整數。");
    expect(messageOf(tooMany, "en").message).toBe("“first” is not right. Give a whole number from 1 to 100.");
  });

  it("names field and rule beside the code, in the same language", () => {
    const rule = "請填寫 1 至 100 之間的整數。";
    expect(messageOf(tooMany, "zh-TW").extensions).toEqual({
      code: "BAD_INPUT",
      field: "first",
      rule,
      traceId: "t",
    });
  });

  it.each([charactersBetween(1, 64), entriesBetween(1, 30), numberBetween(1, 100)])(
    "has its rule in both languages: %o",
    (rule) => {
      expect(rule["zh-TW"]).toMatch(/^請[\p{Script=Han}\d ]+。$/u);
      expect(rule.en).toMatch(/^(Give|Write)[\w ]+\.$/);
    },
  );
});
