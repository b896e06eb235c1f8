import { expect, it } from "vitest";
import { readCommonPasswords } from "../common-passwords.js";
import { checkNewPassword, type KnownOfPerson } from "../domain/password-rules.js";

const common = readCommonPasswords();
const chen: KnownOfPerson = {
  name: "陳美玲",
  email: "mei-lin.chen@mail.example",
  mobile: "0912345678",
  nationalId: "A223456781",
};

function answerTo(password: string, known = chen): string {
  try {
    checkNewPassword(password, known, (folded) => common.has(folded));
    return "ok";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

it("knows at least the three thousand most common passwords that are long enough", () => {
  expect(common.size).toBeGreaterThan(3_000);
  for (const password of ["corvette", "Samantha", "qwer1234", "1234qwer", "taipei101", "ＰＡＳＳＷＯＲＤ１"])
    expect(answerTo(password)).toBe("PASSWORD_TOO_COMMON");
});

it.each([
  "陳美玲的小貓咪們",
  "陳美玲20201231",
  "chen-mei-lin",
  "MeiLinChen99",
  "Chen1985!",
  "mail.example.chen",
  "912345678abcxyz",
  "+886912345678",
  "a223456781 again",
  "456781xxxxxx",
])("refuses %s, which is made of what others know of the person", (password) => {
  expect(answerTo(password)).toBe("PASSWORD_PERSONAL");
});

it.each([
  "three green bicycles",
  "kitchen-cabinet",
  "陳年老酒配花生米",
  "chenille curtains",
  "玲瓏塔上有十三層",
])("takes %s, which only shares letters with it", (password) => {
  expect(answerTo(password)).toBe("ok");
});

it("asks nothing of a fact that nobody told", () => {
  expect(answerTo("nine paper lanterns", { ...chen, mobile: null, nationalId: null })).toBe("ok");
});
