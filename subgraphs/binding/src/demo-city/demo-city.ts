import type { SeedStep } from "@campus-graph/kit/sql/seeding";
import { demoApplications, demoPeople } from "@campus-graph/schema/demo-city";
import type { BindingServices } from "../context.js";
import { applyFor, hasArrived } from "./apply.js";
import { approveWaiting, teaches } from "./approve.js";

const apply = demoApplications.map(
  (application): SeedStep<BindingServices> => ({
    name: `${application.guardian.name} applies for ${application.students.join(", ")}`,
    ready: (context) => hasArrived(context, application.students),
    run: (context) => applyFor(context, application),
  }),
);

const decided = demoApplications.filter(({ decision }) => decision === "APPROVE");

const approve = [demoPeople.teacher, demoPeople.teacher2].map(
  (teacher): SeedStep<BindingServices> => ({
    name: `${teacher.name} approves`,
    ready: (context) => teaches(context, teacher.subjectId),
    run: (context) =>
      approveWaiting(
        context,
        teacher,
        decided.map(({ applicationId }) => applicationId),
      ),
  }),
);

/** Binding's part of the demo city: the families apply, the teachers approve, 陳大名 and one of the Wus still wait. */
export const demoCity: readonly SeedStep<BindingServices>[] = [...apply, ...approve];
