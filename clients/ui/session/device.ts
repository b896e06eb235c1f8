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

/** So long a national ID that was typed outlives a reload; a form that is left lying keeps it no longer. */
const brieflyMs = 10 * 60_000;

interface Brief {
  value: string;
  until: number;
}

/** Keeps in this tab, for ten minutes from its last change, what a reload must not lose and nobody should find later. */
export function keepBriefly(name: string, value: string): void {
  try {
    sessionStorage.setItem(`brief:${name}`, JSON.stringify({ value, until: Date.now() + brieflyMs }));
  } catch {
    return;
  }
  setTimeout(forgetStale, brieflyMs + 1_000);
}

export function readBriefly(name: string): string {
  forgetStale();
  return briefAt(`brief:${name}`)?.value ?? "";
}

export function dropBriefly(name: string): void {
  sessionStorage.removeItem(`brief:${name}`);
}

/** Also at the start, since a browser may bring a closed tab back with all that it kept. */
export function forgetStale(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith("brief:") && !((briefAt(key)?.until ?? 0) > Date.now()))
      sessionStorage.removeItem(key);
}

function briefAt(key: string): Brief | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "") as Brief;
  } catch {
    return undefined;
  }
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(`draft:${name}`);
}
