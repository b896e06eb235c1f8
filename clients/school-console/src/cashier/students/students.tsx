import { SchoolStudentsDocument } from "@campus-graph/clients/generated/operations";
import type { Queried } from "@campus-graph/ui/graph/use-query";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useCashiersSchool } from "../school";
import { indexStudents, type StudentIndex } from "./student-index";

const Context = createContext<Queried<StudentIndex> | undefined>(undefined);

/** Reads once who is at the school, for every screen of the room. */
export function StudentsProvider({ children }: { children: ReactNode }) {
  const { code } = useCashiersSchool();
  const read = useUncached(SchoolStudentsDocument, { code });
  const classes = read.data?.school?.code === code ? read.data.school.classes : undefined;
  const index = useMemo(() => classes && indexStudents(classes), [classes]);
  return <Context value={{ ...read, data: index }}>{children}</Context>;
}

export function useStudents(): Queried<StudentIndex> {
  const students = useContext(Context);
  if (!students) throw new Error("useStudents needs a StudentsProvider above it.");
  return students;
}
