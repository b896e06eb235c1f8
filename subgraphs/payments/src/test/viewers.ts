import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";

/** People of the tests; ids are made up anew for each run. */
const signedIn: Viewer = { ...anonymous, assurance: "signed-in", language: "en", session: "session" };

export function guardian(subject: string): Viewer {
  return { ...signedIn, subject, roles: [{ role: "GUARDIAN" }], clientId: "parent-app" };
}

export function cashier(schoolCode: string, subject = `cashier-${schoolCode}`): Viewer {
  return { ...signedIn, subject, roles: [{ role: "CASHIER", schoolCode }], clientId: "school-console" };
}

/** The same cashier, just after a second factor. */
export function withSecondFactor(viewer: Viewer, at: Date): Viewer {
  return { ...viewer, assurance: "second-factor", secondFactor: { givenAt: at.getTime() } };
}

export function teacher(schoolCode: string): Viewer {
  return { ...signedIn, subject: "teacher", roles: [{ role: "TEACHER", schoolCode }] };
}

export function partner(clientId: string): Viewer {
  const scopes = ["bills:read", "payments:notify"];
  return { ...signedIn, subject: clientId, session: null, roles: [{ role: "PARTNER" }], clientId, scopes };
}

/** A wallet that acts for a guardian who has linked it. */
export function linkedWallet(subject: string, ...scopes: string[]): Viewer {
  return { ...guardian(subject), session: `link of ${subject}`, clientId: "wallet", scopes };
}

/** Someone with a subject who has not signed in: the token of a code sent by mail. */
export function applicant(subject: string): Viewer {
  return { ...anonymous, subject, assurance: "applicant", language: "en" };
}

export function beginner(subject: string): Viewer {
  return { ...guardian(subject), assurance: "must-change-password" };
}
