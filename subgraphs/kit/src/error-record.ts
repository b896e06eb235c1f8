/** An error as it stands in the log: why it came, where, and what it came of. */
export interface ErrorRecord {
  type: string;
  code?: string | undefined;
  message: string;
  stack?: string;
  cause?: ErrorRecord;
}

/** Causes within causes that are told. */
const deepest = 3;

/** The operator sees why something failed, and nothing of what anybody typed: a message without the values in it. */
export function errorRecord(error: unknown, depth = 0): ErrorRecord {
  if (!(error instanceof Error))
    return { type: typeof error, message: "a value that is no Error was thrown" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const cause = error instanceof AggregateError ? error.errors[0] : error.cause;
  return {
    type: error.name,
    code,
    message: withoutValues(messageOf(error)),
    ...(depth === 0 && { stack: framesOf(error) }),
    ...(cause instanceof Error && depth < deepest && { cause: errorRecord(cause, depth + 1) }),
  };
}

/** The database's driver puts the statement, with the values in it, before what the database said. */
function messageOf({ name, message }: Error): string {
  if (!/Exception$|DatabaseError|DriverException/.test(name)) return message;
  return (message.split(" - ").at(-1) ?? message).split("\n")[0]!;
}

/** A stack begins with the message, which may go over several lines. */
function framesOf({ stack = "" }: Error): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}

const values: readonly (readonly [RegExp, string])[] = [
  // As JSON's parser quotes what it cannot read, and as a database, GraphQL or a URL's parser quotes a value.
  [/(?<=, )(\.\.\.)?"[\s\S]*"(\.\.\.)? is not valid JSON/g, "[…] is not valid JSON"],
  [/(value|syntax for type [\w ]+|range|URL|in|at): [\s\S]+$/i, "$1: […]"],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "[…]"],
  [/(?<![\w-])[A-Z]?[A-D\d]?\d{6,}(?![\w-])/g, "[…]"],
  [/[\w-]{40,}/g, "[…]"],
  // All of our own messages are in English, so that these can only be somebody's words.
  [/\p{Script=Han}([\p{Script=Han}\s·‧、，。]*\p{Script=Han})?/gu, "[…]"],
];

/** A message without what was typed: quoted values, addresses, long numbers, tokens, Chinese text. */
export function withoutValues(message: string): string {
  return values.reduce((text, [value, instead]) => text.replace(value, instead), message).slice(0, 1_000);
}
