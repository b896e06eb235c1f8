import { useId } from "react";
import type { School } from "../shell/staff";

/** Which school is worked for; its name alone where there is no choice. */
export function SchoolChoice({
  label,
  schools,
  chosen,
  city,
  onChoose,
}: {
  label: string;
  schools: readonly School[];
  chosen: School | null;
  /** What the whole city is called, for who works for all schools. */
  city?: string;
  onChoose(code: string | null): void;
}) {
  const id = useId();
  if (city === undefined && schools.length < 2) return <span className="school-name">{chosen?.name}</span>;
  return (
    <span className="school-name">
      <label htmlFor={id}>{label}</label>{" "}
      <select
        id={id}
        value={chosen?.code ?? ""}
        onChange={({ target }) => onChoose(target.value === "" ? null : target.value)}
      >
        {city !== undefined && <option value="">{city}</option>}
        {schools.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
