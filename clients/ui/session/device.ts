/** What a device may keep when somebody signs out: how it is read, never whose it was. */
const keptForEver = new Set(["language"]);

/** Forgets all that this session left on the device: drafts of forms, and what was read. */
export function forgetDevice(): void {
  sessionStorage.clear();
  for (const key of Object.keys(localStorage)) if (!keptForEver.has(key)) localStorage.removeItem(key);
}

/** Whose drafts this tab keeps. Somebody else's, or nobody's, visit begins with none. */
export function belongTo(subjectId: string | null): void {
  const owner = sessionStorage.getItem("owner");
  if (owner && owner !== subjectId) forgetDevice();
  if (subjectId) sessionStorage.setItem("owner", subjectId);
}

/** What was typed and not yet sent, kept in this tab so that a reload loses nothing. */
export function readDraft<Draft>(name: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(`draft:${name}`);
    return text ? (JSON.parse(text) as Draft) : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(name: string, draft: unknown): void {
  try {
    sessionStorage.setItem(`draft:${name}`, JSON.stringify(draft));
  } catch {
    // A device that keeps nothing still lets people go on.
  }
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(`draft:${name}`);
}
