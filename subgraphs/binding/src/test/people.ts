import { randomUUID } from "node:crypto";
import { personKey } from "@campus-graph/kit/auth/crypto";
import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { keys } from "./binding-alone.js";

/** A guardian with the applicant's token and no account yet. */
export interface Guardian {
  viewer: Viewer;
  subject: string;
  personKey: string;
  email: string;
}

export function someGuardian(): Guardian {
  const subject = randomUUID();
  const email = `${subject}@mail.test`;
  return {
    viewer: { ...anonymous, subject, assurance: "applicant", verifiedEmail: email, language: "en" },
    subject,
    personKey: personKey(keys.ring("person"), subject),
    email,
  };
}

/** The same guardian once their account stands. */
export function signedIn({ viewer }: Guardian): Viewer {
  return { ...viewer, assurance: "signed-in", session: randomUUID(), roles: [{ role: "GUARDIAN" }] };
}

export function staff(role: "TEACHER" | "REGISTRAR" | "CASHIER" | "SUPPORT", schoolCode: string): Viewer {
  return {
    ...anonymous,
    subject: randomUUID(),
    assurance: "signed-in",
    language: "en",
    roles: [{ role, schoolCode }],
  };
}
