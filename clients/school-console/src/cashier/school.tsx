import { createContext, type ReactNode, useContext, useId, useState } from "react";
import { type School, useStaff } from "../shell/staff";

interface Chosen {
  school: School;
  choose(code: string): void;
}

const Context = createContext<Chosen | undefined>(undefined);

/** The school that is worked for; whoever is a cashier of several chooses one, and all screens follow. */
export function CashiersSchool({ children }: { children: ReactNode }) {
  const schools = useStaff().schoolsOf("CASHIER");
  const [code, choose] = useState(schools[0]?.code);
  const school = schools.find((each) => each.code === code) ?? schools[0];
  if (!school) return null;
  return <Context value={{ school, choose }}>{children}</Context>;
}

export function useCashiersSchool(): School {
  return useChosen().school;
}

/** Nothing where there is no choice. */
export function SchoolChoice({ label }: { label: string }) {
  const schools = useStaff().schoolsOf("CASHIER");
  const { school, choose } = useChosen();
  const id = useId();
  if (schools.length < 2) return <span className="school-name">{school.name}</span>;
  return (
    <span className="school-name">
      <label htmlFor={id}>{label}</label>{" "}
      <select id={id} value={school.code} onChange={({ target }) => choose(target.value)}>
        {schools.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

function useChosen(): Chosen {
  const chosen = useContext(Context);
  if (!chosen) throw new Error("This needs a CashiersSchool above it.");
  return chosen;
}
