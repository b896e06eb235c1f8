import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import type { Application, ApplicationStatus } from "../domain/application.js";
import { ApplicationStatusEnum } from "./enums.js";

// Nobody names an application by its id but to add to it: it is found through its applicant alone.
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType("BindingApplication", {
  description:
    "What a guardian submits in one go: consent, signature, and a request per student. Kept as a draft until then.",
})
export class BindingApplicationType {
  @Field(() => ID, { description: "The application's id." })
  id!: string;

  @Field(() => ApplicationStatusEnum, { description: "Where it stands." })
  status!: ApplicationStatus;

  @Field(() => ID, { nullable: true, description: "The version of the notice agreed to; null before that." })
  consentVersion!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was submitted; null in a draft." })
  submittedAt!: Date | null;

  /** Not a field: what further fields are worked out from. */
  application!: Application;
}

export function presentApplication(application: Application): BindingApplicationType {
  const { id, status, consent, submittedAt } = application;
  return { id, status, consentVersion: consent?.version ?? null, submittedAt, application };
}
