import {
  CorrectGuardianDocument,
  DeclaredGuardiansDocument,
  type DeclaredGuardiansQuery,
  DeclareGuardianDocument,
  HomeDocument,
  VerifyContactDocument,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { dropBriefly, keepBriefly, keepDraft, readBriefly, readDraft } from "@campus-graph/ui/session/device";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { valibotResolver } from "@hookform/resolvers/valibot";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import * as v from "valibot";
import { applyWords } from "../words/apply";
import { codeWords } from "../words/code";
import { guardianWords } from "../words/guardian";
import { studentsWords } from "../words/students";
import { CodeForm } from "./code-form";
import type { Declared } from "./declared";
import { KeptId } from "./kept-id";
import { isNationalId, readNationalId } from "./national-id";
import { TakenAddress } from "./taken-address";

/** Whom this applicant declared before, on whatever device. */
type Before = NonNullable<DeclaredGuardiansQuery["myApplications"][number]["guardian"]>;

interface Typed {
  nationalId: string;
  name: string;
  email: string;
  mobile: string;
}

interface GuardianFormProps {
  applicationId: string;
  onDeclared(declared: Declared): void;
}

/** The guardian's own data, as far as it was given before. */
export function GuardianForm(props: GuardianFormProps) {
  const queried = useQuery(DeclaredGuardiansDocument);
  return (
    <Loaded of={queried}>
      {({ myApplications }) => (
        <Form
          {...props}
          before={myApplications.find(({ id }) => id === props.applicationId)?.guardian ?? undefined}
        />
      )}
    </Loaded>
  );
}

/** An address that no code has verified is verified on the way, and what was typed stays. */
function Form({ applicationId, before, onDeclared }: GuardianFormProps & { before: Before | undefined }) {
  const words = useCatalogue(guardianWords);
  const students = useCatalogue(studentsWords);
  const code = useCatalogue(codeWords);
  const apply = useCatalogue(applyWords);
  const { session } = useSession();
  const connection = useConnection();
  const mutate = useMutate();
  const draftName = `guardian-${applicationId}`;
  const [unverified, setUnverified] = useState<string>();
  const [taken, setTaken] = useState<string>();
  const [isRetyping, setRetyping] = useState(() => readBriefly(draftName) !== "");
  const keptId = isRetyping ? undefined : before?.maskedNationalId;
  const form = v.object({
    nationalId: v.pipe(
      v.string(),
      v.check((typed) => keptId !== undefined || isNationalId(typed), students.badId),
    ),
    name: v.pipe(v.string(), v.trim(), v.nonEmpty(words.badName)),
    email: v.pipe(v.string(), v.trim(), v.regex(/^\S+@\S+\.\S+$/, code.badEmail)),
    mobile: v.pipe(
      v.string(),
      v.check((typed) => /^09\d{8}$/.test(plainNumber(typed)), words.badMobile),
    ),
  });
  const home = useQuery(HomeDocument, { pause: session?.kind !== "SIGNED_IN" });
  const { register, handleSubmit, setError, getValues, setValue, watch, trigger, formState } = useForm<Typed>(
    {
      resolver: valibotResolver(form),
      defaultValues: {
        name: before?.name ?? session?.displayName ?? "",
        email: before?.email ?? session?.email ?? "",
        mobile: before?.mobile ?? "",
        ...readDraft<Typed>(draftName),
        nationalId: readBriefly(draftName),
      },
    },
  );
  useEffect(() => {
    const { unsubscribe } = watch(({ nationalId, ...typed }, { name }) => {
      keepDraft(draftName, typed);
      if (name === "nationalId") keepBriefly(draftName, nationalId ?? "");
    });
    return unsubscribe;
  }, [watch, draftName]);
  const me = home.data?.me;
  useEffect(() => {
    if (me?.email && !getValues("email")) setValue("email", me.email);
    if (me?.mobile && !getValues("mobile")) setValue("mobile", me.mobile);
  }, [me, getValues, setValue]);

  // Straight over the connection: a national ID is nothing for a cache.
  const declare = useAct(async ({ nationalId, name, email, mobile }: Typed) => {
    const input = {
      applicationId,
      name: name.trim(),
      email: email.trim(),
      mobile: plainNumber(mobile),
    };
    const declared = keptId
      ? connection.mutate(CorrectGuardianDocument, { input }).then((answer) => answer.correctGuardian)
      : connection
          .mutate(DeclareGuardianDocument, { input: { ...input, nationalId: readNationalId(nationalId) } })
          .then((answer) => answer.setGuardian);
    const { declaration, maskedNationalId, loginCheck } = await declared.catch((error) => {
      if (error.code === "EMAIL_NOT_VERIFIED") setUnverified(input.email);
      throw error;
    });
    setTaken(loginCheck === "TAKEN" ? input.email : undefined);
    if (loginCheck === "TAKEN") {
      setError("email", { message: words.taken }, { shouldFocus: true });
      return;
    }
    dropBriefly(draftName);
    // What is kept to be shown holds the masked number alone.
    onDeclared({
      declaration,
      maskedNationalId,
      name: input.name,
      email: input.email,
      mobile: input.mobile,
    });
  });
  const verify = async (answer: { challengeId: string; code: string }) => {
    await mutate(VerifyContactDocument, { input: answer });
    setUnverified(undefined);
    await declare.run(getValues());
  };
  if (unverified)
    return (
      <section className="card">
        <h2>{words.verifyEmail}</h2>
        <p>{words.verifyEmailLead(unverified)}</p>
        <CodeForm name="contact" email={unverified} onCode={verify} />
        <Button kind="plain" onClick={() => setUnverified(undefined)}>
          {code.otherEmail}
        </Button>
      </section>
    );
  const { errors } = formState;
  return (
    <form noValidate onSubmit={handleSubmit((typed) => declare.run(typed))}>
      {keptId ? (
        <KeptId masked={keptId} onRetype={() => setRetyping(true)} />
      ) : (
        <Field
          {...register("nationalId")}
          label={words.id}
          hint={students.idHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          problem={errors.nationalId?.message}
          beside={
            <Button kind="quiet" onClick={() => void trigger("nationalId", { shouldFocus: true })}>
              {students.verify}
            </Button>
          }
        />
      )}
      <Field
        {...register("name")}
        label={words.name}
        autoComplete="name"
        maxLength={50}
        problem={errors.name?.message}
      />
      <Field
        {...register("email")}
        label={words.email}
        hint={words.emailHint}
        type="email"
        autoComplete="email"
        problem={errors.email?.message}
      />
      {taken && <TakenAddress email={taken} returnTo={window.location.pathname} />}
      <Field
        {...register("mobile")}
        label={words.mobile}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        problem={errors.mobile?.message}
      />
      <FailureAlert failure={declare.failure?.code === "EMAIL_NOT_VERIFIED" ? undefined : declare.failure} />
      <Button type="submit" isBusy={declare.isRunning}>
        {apply.next}
      </Button>
    </form>
  );
}

/** 0912-345 678 and +886912345678 are what people type. */
function plainNumber(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[\s()-]/g, "")
    .replace(/^\+?886/, "0")
    .replace(/^00/, "0");
}
