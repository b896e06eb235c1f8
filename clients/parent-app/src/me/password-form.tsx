import { ChangePasswordDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { valibotResolver } from "@hookform/resolvers/valibot";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as v from "valibot";
import { meWords } from "../words/me";

/** What is typed here is kept nowhere, not even in the tab. */
export function PasswordForm({ isFirst = false, onChanged }: { isFirst?: boolean; onChanged(): void }) {
  const words = useCatalogue(meWords);
  const mutate = useMutate();
  const [isShown, setShown] = useState(false);
  const filled = v.pipe(v.string(), v.nonEmpty(words.missing));
  const form = v.pipe(
    v.object({
      currentPassword: filled,
      newPassword: v.pipe(filled, v.minLength(8, words.tooShort)),
      newAgain: filled,
    }),
    v.forward(
      v.partialCheck(
        [["newPassword"], ["newAgain"]],
        ({ newPassword, newAgain }) => newPassword === newAgain,
        words.different,
      ),
      ["newAgain"],
    ),
  );
  const {
    register,
    handleSubmit,
    reset,
    formState: { errors },
  } = useForm({
    resolver: valibotResolver(form),
    defaultValues: { currentPassword: "", newPassword: "", newAgain: "" },
  });
  const change = useAct(
    async ({ currentPassword, newPassword }: { currentPassword: string; newPassword: string }) => {
      await mutate(ChangePasswordDocument, { input: { currentPassword, newPassword } });
      reset();
      onChanged();
    },
  );
  const type = isShown ? "text" : "password";
  return (
    <form noValidate onSubmit={handleSubmit((typed) => change.run(typed))}>
      <FailureAlert failure={change.failure} />
      <Field
        {...register("currentPassword")}
        label={isFirst ? words.firstCurrent : words.currentPassword}
        hint={isFirst ? words.firstCurrentHint : undefined}
        type={type}
        autoComplete="current-password"
        problem={errors.currentPassword?.message}
      />
      <Field
        {...register("newPassword")}
        label={words.newPassword}
        hint={words.rules}
        type={type}
        autoComplete="new-password"
        problem={errors.newPassword?.message}
      />
      <Field
        {...register("newAgain")}
        label={words.newAgain}
        type={type}
        autoComplete="new-password"
        problem={errors.newAgain?.message}
      />
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        {words.show}
      </label>
      <Button type="submit" isBusy={change.isRunning}>
        {isFirst ? words.firstChange : words.change}
      </Button>
    </form>
  );
}
