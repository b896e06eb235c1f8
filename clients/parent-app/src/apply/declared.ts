import { keepDraft, readDraft } from "@campus-graph/ui/session/device";

/** Who the guardian said they are: sealed for binding, and what a screen shows of it. */
export interface Declared {
  declaration: string;
  name: string;
  maskedNationalId: string;
  email: string;
  mobile: string;
}

export function readDeclared(applicationId: string): Declared | undefined {
  return readDraft<Declared>(`declared-${applicationId}`);
}

export function keepDeclared(applicationId: string, declared: Declared): void {
  keepDraft(`declared-${applicationId}`, declared);
}
