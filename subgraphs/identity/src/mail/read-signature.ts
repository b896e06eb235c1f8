import { readFileSync } from "node:fs";
import type { Mode } from "@campus-graph/kit/ops/config";
import type { EnvironmentReader } from "@campus-graph/kit/ops/environment";
import { bureauSignature, type Signature } from "./signature.js";

const howTo =
  "Write it as subgraphs/identity/example-city.json is, and give its name: CITY=/srv/campus/city.json";
const zhHowTo = "請比照 subgraphs/identity/example-city.json 填寫，並指定檔名：CITY=/srv/campus/city.json";

const ofBothLanguages = ["service", "organisation"] as const;
const texts = ["address", "telephone", "email"] as const;

/**
 * `CITY`: who signs the mails, as JSON or the name of a file of it. Production is never given another city's name by
 * default; the demo is Taipei's.
 */
export function readSignature(read: EnvironmentReader<"CITY">, mode: Mode): Signature {
  const given = read.text("CITY");
  if (given === undefined) {
    if (mode === "production") read.required("CITY", howTo, zhHowTo);
    return bureauSignature;
  }
  const where = given.startsWith("{") ? "CITY" : `CITY (${given})`;
  const wrong = (en: string, zh: string) => {
    read.problem("CITY", `${where} ${en}`, howTo, { what: `${where} ${zh}`, remedy: zhHowTo });
    return bureauSignature;
  };
  let content: unknown;
  try {
    content = JSON.parse(given.startsWith("{") ? given : readFileSync(given, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === "ENOENT"
      ? wrong("does not exist.", "不存在。")
      : wrong(`cannot be read: ${message}.`, `無法讀取：${message}。`);
  }
  const missing = missingIn(content);
  if (missing.length > 0)
    return wrong(`lacks a text at ${missing.join(", ")}.`, `缺少文字：${missing.join("、")}。`);
  return content as Signature;
}

/** The places at which no text stands, such as `organisation.en`. */
function missingIn(content: unknown): string[] {
  const at = (...path: string[]): unknown =>
    path.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
      content,
    );
  const places = [
    ...ofBothLanguages.flatMap((name) => [
      [name, "zh-TW"],
      [name, "en"],
    ]),
    ...texts.map((name) => [name]),
  ];
  return places.filter((path) => !isLine(at(...path))).map((path) => path.join("."));
}

/** A subject holds the service's name: a line break in it would begin another header. */
function isLine(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "" && !/[\r\n]/.test(value);
}
