import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { addStudentToApplication } from "../use-cases/add-student-to-application.js";
import { declineConsent } from "../use-cases/decline-consent.js";
import { recordConsent } from "../use-cases/record-consent.js";
import { removeStudentFromApplication } from "../use-cases/remove-student-from-application.js";
import { signApplication } from "../use-cases/sign-application.js";
import { startApplication } from "../use-cases/start-application.js";
import { submitApplication } from "../use-cases/submit-application.js";
import {
  AddStudentInput,
  RecordConsentInput,
  RemoveStudentInput,
  SignApplicationInput,
  SubmitApplicationInput,
} from "./application.inputs.js";
import { BindingApplicationType, presentApplication } from "./application.type.js";
import { BindingRequestType, presentRequest } from "./request.type.js";

/** The four steps of a guardian's application. */
@Resolver()
export class ApplicationMutations {
  @Mutation(() => BindingApplicationType, { description: "Opens a draft, or gives the one that is open." })
  async startApplication(@Ctx() context: BindingContext): Promise<BindingApplicationType> {
    return presentApplication(await startApplication(context, context.newId()));
  }

  @Mutation(() => BindingRequestType, {
    description:
      "Adds a student whom findStudent found. Refusals: INVALID_TOKEN, STUDENT_ALREADY_IN_APPLICATION, STUDENT_ALREADY_REQUESTED, ALREADY_BOUND, RELATIONSHIP_TEXT_REQUIRED, TOO_MANY_STUDENTS, APPLICATION_NOT_OPEN.",
  })
  async addStudentToApplication(
    @Ctx() context: BindingContext,
    @Arg("input", () => AddStudentInput, { description: "The student and the relationship." })
    input: AddStudentInput,
  ): Promise<BindingRequestType> {
    return presentRequest(context, await addStudentToApplication(context, input));
  }

  @Mutation(() => BindingApplicationType, { description: "Takes a student out of a draft." })
  async removeStudentFromApplication(
    @Ctx() context: BindingContext,
    @Arg("input", () => RemoveStudentInput, { description: "Which student." }) input: RemoveStudentInput,
  ): Promise<BindingApplicationType> {
    return presentApplication(await removeStudentFromApplication(context, input));
  }

  @Mutation(() => BindingApplicationType, {
    description:
      "Agrees to the notice in force. Refusals: CONSENT_NOT_CURRENT, CONSENT_NOT_READ, APPLICATION_NOT_OPEN.",
  })
  async recordConsent(
    @Ctx() context: BindingContext,
    @Arg("input", () => RecordConsentInput, { description: "What was read, and when." })
    input: RecordConsentInput,
  ): Promise<BindingApplicationType> {
    return presentApplication(await recordConsent(context, input));
  }

  @Mutation(() => BindingApplicationType, {
    description: "不同意並退出: ends the draft and forgets its students and signature.",
  })
  async declineConsent(
    @Ctx() context: BindingContext,
    @Arg("applicationId", () => ID, { description: "The draft." }) applicationId: string,
  ): Promise<BindingApplicationType> {
    return presentApplication(await declineConsent(context, applicationId));
  }

  @Mutation(() => BindingApplicationType, {
    description:
      "Keeps the signature; signing again replaces it. Refusals: SIGNATURE_EMPTY, SIGNATURE_NOT_VALID, SIGNATURE_OUTDATED, INVALID_TOKEN, BAD_INPUT, APPLICATION_NOT_OPEN.",
  })
  async signApplication(
    @Ctx() context: BindingContext,
    @Arg("input", () => SignApplicationInput, { description: "The signature." }) input: SignApplicationInput,
  ): Promise<BindingApplicationType> {
    return presentApplication(await signApplication(context, input));
  }

  @Mutation(() => BindingApplicationType, {
    description:
      "Sends the application in, once per key, and seals what was signed. Refusals: INVALID_TOKEN, SIGNATURE_OUTDATED, APPLICATION_INCOMPLETE, CONSENT_NOT_CURRENT, GUARDIAN_IS_STUDENT, APPLICATION_NOT_OPEN, IDEMPOTENCY_CONFLICT.",
  })
  async submitApplication(
    @Ctx() context: BindingContext,
    @Arg("input", () => SubmitApplicationInput, { description: "The draft and the declaration." })
    input: SubmitApplicationInput,
  ): Promise<BindingApplicationType> {
    return presentApplication(await submitApplication(context, input));
  }
}
