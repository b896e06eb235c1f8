import { expect, it } from "vitest";
import { lineReader, renderLogLine } from "./log-lines.js";

it("shows a log record by its level and sentence, with the reason beneath", () => {
  const record = JSON.stringify({
    level: 50,
    msg: "no mail left",
    path: ["me", "name"],
    traceId: "t1",
    err: {
      type: "TypeError",
      code: "E1",
      message: "refused",
      stack: "  at send",
      cause: { type: "Error", message: "no line" },
    },
  });
  expect(renderLogLine("identity", record)).toBe(
    [
      "[identity] error: no mail left",
      "    path me.name, trace t1",
      "    TypeError (E1): refused",
      "      at send",
      "    because of Error: no line",
    ].join("\n"),
  );
});

it("shows what is no log record as it is", () => {
  expect(renderLogLine("roster", "{broken")).toBe("[roster] {broken");
});

it("puts together lines that arrive in pieces, even within a character", () => {
  const lines: string[] = [];
  const read = lineReader((line) => lines.push(line));
  const bytes = Buffer.from("校園\n繳費\n");
  for (const part of [bytes.subarray(0, 2), bytes.subarray(2, 9), bytes.subarray(9)]) read(part);
  expect(lines).toEqual(["校園", "繳費"]);
});
