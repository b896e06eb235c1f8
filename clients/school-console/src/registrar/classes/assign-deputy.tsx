import { AssignDeputyDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { taipeiDayOf } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, useState } from "react";
import { deputyWords } from "../../words/deputies";

/** Who is to stand in, and on which days. What was typed stays while it is refused. */
export function AssignDeputy({
  classId,
  onDone,
  onLeave,
}: {
  classId: string;
  onDone(email: string): void;
  onLeave(): void;
}) {
  const words = useCatalogue(deputyWords);
  const mutate = useMutate();
  const [today] = useState(() => taipeiDayOf(new Date().toISOString()));
  const [email, setEmail] = useState("");
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [isMissing, setMissing] = useState(false);
  const assign = useAct(async () => {
    const isWhole = email.trim() !== "" && from !== "" && until !== "";
    setMissing(!isWhole);
    if (!isWhole) return;
    await mutate(AssignDeputyDocument, { input: { classId, email, from, until } });
    onDone(email.trim());
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void assign.run();
  };
  return (
    <form className="assign-deputy" onSubmit={submit} noValidate>
      <Field
        label={words.email}
        hint={words.emailHint}
        type="email"
        value={email}
        maxLength={320}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        problem={isMissing ? words.missing : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={words.from}
        type="date"
        min={today}
        value={from}
        onChange={({ target }) => setFrom(target.value)}
      />
      <Field
        label={words.until}
        type="date"
        min={from || today}
        value={until}
        onChange={({ target }) => setUntil(target.value)}
      />
      <FailureAlert failure={assign.failure} />
      <div className="actions-line">
        <Button type="submit" isBusy={assign.isRunning}>
          {words.save}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
    </form>
  );
}
