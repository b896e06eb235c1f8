import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { BindingContext } from "../context.js";
import { isSealedForPerson, ownRing, readRing } from "./person-data-keys.js";

const columns = ["sealed_document", "sealed_strokes"] as const;

interface Row {
  id: string;
  subject_id: string;
  sealed_document: string;
  sealed_strokes: string;
}

/** What a form says and how it was signed; null where its person's key is destroyed. */
export interface OpenedForm {
  document: string;
  signature: string;
}

/** Opens a form of this person's, whether it stands under their own key yet or not. */
export async function openForm(
  context: BindingContext,
  { id, subject_id, ...sealed }: Row,
): Promise<OpenedForm | null> {
  const own = isSealedForPerson(sealed.sealed_document) ? await readRing(context, subject_id) : undefined;
  if (own === null) return null;
  const open = (column: (typeof columns)[number]) =>
    decryptField(own ?? context.keys.ring("field"), sealed[column], {
      table: "sealed_form",
      column,
      row: id,
    });
  return { document: open("sealed_document"), signature: open("sealed_strokes") };
}

/**
 * Seals so many forms, which stand under the ring yet, for their persons. A form of somebody whose key is destroyed is
 * emptied instead. False when there was none.
 */
export async function sealFormsForPersons(context: BindingContext, most: number): Promise<boolean> {
  const { em } = context;
  const rows = await em.execute<Row[]>(
    `select form.id, application.subject_id, form.sealed_document, form.sealed_strokes
     from sealed_form as form join application on application.id = form.application_id
     where form.sealed_document not like 'own.%' order by form.id limit ? for update of form skip locked`,
    [most],
  );
  for (const row of rows) {
    const own = await ownRing(context, row.subject_id);
    const opened = own && (await openForm(context, row));
    const seal = (column: (typeof columns)[number], text: string) =>
      own ? encryptField(own, text, { table: "sealed_form", column, row: row.id }) : "own.";
    await em.execute("update sealed_form set sealed_document = ?, sealed_strokes = ? where id = ?", [
      seal("sealed_document", opened?.document ?? ""),
      seal("sealed_strokes", opened?.signature ?? ""),
      row.id,
    ]);
  }
  return rows.length > 0;
}
