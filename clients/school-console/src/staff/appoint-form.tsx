import { AppointStaffDocument, SchoolClassesDocument } from "@campus-graph/clients/generated/operations";
import { Button } from "@campus-graph/ui/components/button";
import { Choices, Field } from "@campus-graph/ui/components/field";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { Select } from "@campus-graph/ui/components/select";
import { taipeiDayOf } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useOffice } from "../office/office";
import { shellWords } from "../words/shell";
import { staffWords } from "../words/staff";
import { needsApproval, type RoleName, rolesAt } from "./roles";
import { useWhose } from "./use-whose";

const empty = {
  email: "",
  name: "",
  role: undefined as RoleName | undefined,
  classId: "",
  from: "",
  until: "",
};

/** Whom to appoint to what, and for which days. */
export function AppointForm({ onDone, onLeave }: { onDone(what: string): void; onLeave(): void }) {
  const { appoint: words, ofTheCity } = useCatalogue(staffWords);
  const { room } = useCatalogue(shellWords);
  const office = useOffice();
  const whose = useWhose();
  const mutate = useMutate();
  const id = useId();
  const [typed, setTyped] = useState(empty);
  const [isMissing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const set = (field: "email" | "name" | "from" | "until") => ({
    value: typed[field],
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [field]: target.value }),
  });
  const missing = (text: string | undefined) => (isMissing && !text?.trim() ? words.missing : undefined);
  const appoint = useAct(async ({ email, name, classId, from, until }: typeof empty, role: RoleName) => {
    const schoolCode = office.school?.code ?? null;
    const { appointStaff } = await mutate(AppointStaffDocument, {
      input: {
        email,
        name,
        role,
        schoolCode,
        classId: role === "TEACHER" && classId !== "" ? classId : null,
        from: from || null,
        until: until || null,
      },
    });
    const say = appointStaff.state === "AWAITS_APPROVAL" ? words.proposed : words.done;
    onDone(say(whose({ name, role })));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { role, email, name } = typed;
    const isWhole = role !== undefined && email.trim() !== "" && name.trim() !== "";
    setMissing(!isWhole);
    if (isWhole) void appoint.run(typed, role);
  };
  const today = taipeiDayOf(new Date().toISOString());
  return (
    <section aria-labelledby={id} className="appoint">
      <h2 id={id}>{words.title(office.school?.name ?? ofTheCity)}</h2>
      <form onSubmit={submit} noValidate>
        <div className="two-fields">
          <Field
            ref={first}
            label={words.email}
            hint={words.emailHint}
            type="email"
            maxLength={320}
            autoComplete="off"
            problem={missing(typed.email)}
            {...set("email")}
          />
          <Field
            label={words.name}
            maxLength={50}
            autoComplete="off"
            problem={missing(typed.name)}
            {...set("name")}
          />
        </div>
        <Choices<RoleName>
          legend={words.role}
          name="role"
          options={rolesAt(office).map((role) => ({ value: role, label: room[role] }))}
          value={typed.role}
          problem={missing(typed.role)}
          onChoose={(role) => setTyped({ ...typed, role })}
        />
        {!office.isBureau && typed.role && needsApproval.has(typed.role) && (
          <p className="hint" role="status">
            {words.needsApproval}
          </p>
        )}
        {typed.role === "TEACHER" && office.school && (
          <ClassChoice
            schoolCode={office.school.code}
            chosen={typed.classId}
            onChoose={(classId) => setTyped({ ...typed, classId })}
          />
        )}
        <div className="two-fields">
          <Field label={words.from} hint={words.fromHint} type="date" min={today} {...set("from")} />
          <Field
            label={words.until}
            hint={words.untilHint}
            type="date"
            min={typed.from || today}
            {...set("until")}
          />
        </div>
        <FailureAlert failure={appoint.failure} />
        <div className="actions-line">
          <Button type="submit" isBusy={appoint.isRunning}>
            {words.submit}
          </Button>
          <Button kind="plain" onClick={onLeave}>
            {words.leave}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Whose homeroom a teacher takes over; it may be left to the class sheet. */
function ClassChoice({
  schoolCode,
  chosen,
  onChoose,
}: {
  schoolCode: string;
  chosen: string;
  onChoose(classId: string): void;
}) {
  const { appoint: words } = useCatalogue(staffWords);
  const classes = useQuery(SchoolClassesDocument, { variables: { code: schoolCode } }).data?.school?.classes;
  if (!classes || classes.length === 0) return null;
  return (
    <Select
      label={words.class}
      value={chosen}
      options={[
        { value: "", label: words.noClass },
        ...classes.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={onChoose}
    />
  );
}
