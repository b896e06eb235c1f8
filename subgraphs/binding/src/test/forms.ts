import { openForm } from "../persistence/sealed-forms.js";
import type { BindingAlone } from "./binding-alone.js";

interface Form {
  id: string;
  subject_id: string;
  version: number;
  document_hash: string;
  signed_by: string;
  sealed_document: string;
  sealed_strokes: string;
}

/** What was signed of an application, its versions in order, opened by whichever key it stands under. */
export async function openedForms(graph: BindingAlone, applicationId: string) {
  const forms = await graph.rows<Form>(
    `select form.*, application.subject_id from sealed_form as form
     join application on application.id = form.application_id where form.application_id = ? order by version`,
    [applicationId],
  );
  return Promise.all(
    forms.map(async (form) => {
      const opened = await openForm(graph.running.contextFor(), form);
      if (!opened) throw new Error("The form's key is destroyed.");
      return { ...form, ...opened };
    }),
  );
}
