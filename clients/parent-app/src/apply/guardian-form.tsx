import {
  DeclareGuardianDocument,
  HomeDocument,
  VerifyContactDocument,
} from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { keepDraft, readDraft } from "@campus-graph/ui/session/device";
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
import { isNationalId, readNationalId } from "./national-id";

interface Typed {
  nationalId: string;
  name: string;
  email: string;
  mobile: string;
}

/** The guardian's own data. An address that no code has verified is verified on the way, and what was typed stays. */
export function GuardianForm({
  applicationId,
  before,
  onDeclared,
}: {
  applicationId: string;
  before?: Partial<Typed> | undefined;
  onDeclared(declared: Declared): void;
}) {
  const words = useCatalogue(guardianWords);
  const students = useCatalogue(studentsWords);
  const code = useCatalogue(codeWords);
  const apply = useCatalogue(applyWords);
  const { session } = useSession();
  const connection = useConnection();
  const mutate = useMutate();
  const draftName = `guardian-${applicationId}`;
  const [unverified, setUnverified] = useState<string>();
  const form = v.object({
    nationalId: v.pipe(v.string(), v.check(isNationalId, students.badId)),
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
        nationalId: "",
        name: session?.displayName ?? "",
        email: session?.email ?? "",
        mobile: "",
        ...before,
        ...readDraft<Typed>(draftName),
      },
    },
  );
  useEffect(() => {
    const { unsubscribe } = watch((typed) => keepDraft(draftName, typed));
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
      nationalId: readNationalId(nationalId),
      name: name.trim(),
      email: email.trim(),
      mobile: plainNumber(mobile),
    };
    const { setGuardian } = await connection.mutate(DeclareGuardianDocument, { input }).catch((error) => {
      if (error.code === "EMAIL_NOT_VERIFIED") setUnverified(input.email);
      throw error;
    });
    if (setGuardian.loginCheck === "TAKEN") {
      setError("email", { message: words.taken }, { shouldFocus: true });
      return;
    }
    const { declaration, maskedNationalId } = setGuardian;
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
