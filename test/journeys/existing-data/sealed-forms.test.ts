import { readFileSync } from "node:fs";
import { canonicalJson, sha256 } from "@campus-graph/binding/domain/sealed-form";
import { decryptField } from "@campus-graph/kit/auth/crypto";
import { parseKeys } from "@campus-graph/kit/auth/keys";
import { expect, it } from "vitest";
import { restoreCity } from "./restored.js";

interface Row {
  id: string;
  document_hash: string;
  sealed_document: string;
  sealed_strokes: string;
}

it("spells every form and signature that commit 489107a has sealed in the bytes that were hashed then", async () => {
  await using city = await restoreCity("489107a");
  const rows = await city.rows("select row_to_json(sealed_form)::text from binding.sealed_form");
  const forms = rows.map((row) => JSON.parse(row) as Row);
  expect(forms.length).toBeGreaterThan(0);
  for (const { id, document_hash, ...sealed } of forms) {
    const open = (column: "sealed_document" | "sealed_strokes") =>
      decryptField(ring, sealed[column], { table: "sealed_form", column, row: id });
    const [document, strokes] = [open("sealed_document"), open("sealed_strokes")];
    expect(canonicalJson(JSON.parse(document))).toBe(document);
    expect(sha256(canonicalJson(JSON.parse(document)))).toBe(document_hash);
    expect(sha256(canonicalJson(JSON.parse(strokes)))).toBe(JSON.parse(document).strokesHash);
  }
});

const keysFile = new URL("campus-489107a.keys.json", import.meta.url);
const { rings } = JSON.parse(readFileSync(keysFile, "utf8")) as { rings: Parameters<typeof parseKeys>[0] };
const ring = parseKeys(rings).ring("field:binding");
