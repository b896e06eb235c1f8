import { expect, it } from "vitest";
import { ConfigurationError, declareConfiguration } from "../environment.js";

const variables = {
  PORT: "where to listen",
  MAIL: "where mail goes",
  COLOUR: "of the page",
  LIST: "optional",
};
const { read, review } = declareConfiguration(variables, (read) => {
  if (read.text("LIST") === undefined)
    read.remark("LIST", "There is no list.", "Give one.", { what: "沒有清單。", remedy: "請填寫。" });
  return {
    port: read.port("PORT") ?? 4000,
    mail:
      read.url("MAIL", ["smtp:"], "smtp://mail.example") ??
      read.required("MAIL", "Give MAIL=smtp://…", "請填寫 MAIL=smtp://…"),
    colour: read.oneOf("COLOUR", ["red", "green"]) ?? "red",
  };
});

it("reads what it was given, and the defaults of the rest", () => {
  expect(read({ MAIL: "smtp://mail.example/", COLOUR: "green", PORT: "" })).toEqual({
    port: 4000,
    mail: "smtp://mail.example",
    colour: "green",
  });
});

it("tells all that is wrong at once, each with its remedy, in English and in Chinese", () => {
  const environment = { PORT: "80a", COLOUR: "blue" };
  expect(() => read(environment)).toThrow(ConfigurationError);
  expect(review(environment).problems).toEqual([
    {
      variable: "PORT",
      what: "PORT is “80a”, which is no whole number from 0 to 65535.",
      remedy: "Give one, such as PORT=4000.",
      zh: { what: "PORT 是「80a」，不是 0 到 65535 的整數。", remedy: "例如設為 PORT=4000。" },
    },
    {
      variable: "MAIL",
      what: "MAIL is missing.",
      remedy: "Give MAIL=smtp://…",
      zh: { what: "缺少 MAIL。", remedy: "請填寫 MAIL=smtp://…" },
    },
    {
      variable: "COLOUR",
      what: "COLOUR is “blue”, which it cannot be.",
      remedy: "Give COLOUR=red or COLOUR=green.",
      zh: { what: "COLOUR 不能是「blue」。", remedy: "請設為 COLOUR=red 或 COLOUR=green。" },
    },
  ]);
});

it("does not repeat an address, which may hold a password", () => {
  const [problem] = review({ MAIL: "smtps://user:secret@mail.example" }).problems;
  expect(problem?.what).toBe("MAIL is no address that begins with smtp://.");
});

it("keeps a remark apart: the service runs without", () => {
  expect(review({ MAIL: "smtp://mail.example" })).toEqual({
    problems: [],
    remarks: [
      {
        variable: "LIST",
        what: "There is no list.",
        remedy: "Give one.",
        zh: { what: "沒有清單。", remedy: "請填寫。" },
      },
    ],
  });
});
