const levelNames: Readonly<Record<number, string>> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warning",
  50: "error",
  60: "fatal",
};

/** Lines that would only worry the reader, and why they need not. */
const harmless: readonly RegExp[] = [
  // Our Node is an LTS release whose package does not say so; oidc-provider's tests and ours pass on it.
  /^oidc-provider WARNING: Unsupported runtime/,
];

export function isHarmless(line: string): boolean {
  return harmless.some((pattern) => pattern.test(line));
}

interface LogRecord {
  level?: number;
  msg?: string;
  err?: ErrorRecord;
  /** Where it happened, and whose trace it is. */
  subgraph?: string;
  path?: unknown;
  traceId?: string;
}

interface ErrorRecord {
  type?: string;
  code?: string;
  message?: string;
  stack?: string;
  cause?: ErrorRecord;
}

/** One line of a service's log for the terminal: "[roster] warning: …". What is no log record is shown as it is. */
export function renderLogLine(service: string, line: string): string {
  const record = parseRecord(line);
  if (!record) return `[${service}] ${line}`;
  const level = levelNames[record.level ?? 30] ?? "info";
  const reasons = [placeOf(record), ...(record.err ? reasonsIn(record.err) : [])].filter(
    (line) => line !== "",
  );
  return [`[${service}] ${level}: ${record.msg ?? ""}`, ...reasons.map(indent)].join("\n");
}

function placeOf({ subgraph, path, traceId }: LogRecord): string {
  const parts = { subgraph, path: Array.isArray(path) ? path.join(".") : path, trace: traceId };
  return Object.entries(parts)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => `${name} ${part}`)
    .join(", ");
}

/** Why it failed, where, and what that came of. */
function reasonsIn({ type = "Error", code, message = "", stack = "", cause }: ErrorRecord): string[] {
  const why = `${type}${code ? ` (${code})` : ""}: ${message}`;
  const [because, ...further] = cause ? reasonsIn(cause) : [];
  return [why, stack, because && `because of ${because}`, ...further].filter(
    (line) => line !== undefined && line !== "",
  ) as string[];
}

function parseRecord(line: string): LogRecord | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as LogRecord;
  } catch {
    return undefined;
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}

/** Cuts a stream's chunks into whole lines. */
export function lineReader(onLine: (line: string) => void): (chunk: Buffer) => void {
  const decoder = new TextDecoder();
  let rest = "";
  return (chunk) => {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") onLine(line);
  };
}
