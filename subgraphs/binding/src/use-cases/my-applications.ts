import { subjectOf } from "@campus-graph/kit/context";
import type { BindingContext } from "../context.js";
import { Application } from "../domain/application.js";

const mostShown = 100;

/** The viewer's applications, newest first; with a token for one application, that one alone. */
export function myApplications(context: BindingContext): Promise<Application[]> {
  const { applicationId } = context.viewer;
  return context.em.find(
    Application,
    { subjectId: subjectOf(context), ...(applicationId !== null && { id: applicationId }) },
    { orderBy: { id: "desc" }, limit: mostShown },
  );
}
