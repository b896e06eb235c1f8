/** An error as it stands in the log: why it came, where, and what it came of. */
export interface ErrorRecord {
  type: string;
  code?: string | undefined;
  message: string;
  stack?: string;
  cause?: ErrorRecord;
}

/** Causes within causes that are logged. */
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
    message: messageOf(error),
    ...(depth === 0 && { stack: framesOf(error) }),
    ...(cause instanceof Error && depth < deepest && { cause: errorRecord(cause, depth + 1) }),
  };
}

/** Of a longer message of the database's nothing is logged but its code. */
const longestStatement = 20_000;

/**
 * MikroORM puts the database's details, with the row's values in them, on lines after its message
 * (`\n - detail: Failing row contains (…)`); others put the statement before it (`insert … - duplicate key`). A value may
 * hold " - " as well, and go over several lines, so values go first.
 */
function messageOf({ name, message }: Error): string {
  if (!/Exception$|DatabaseError|DriverException/.test(name)) return withoutValues(message);
  if (message.length > longestStatement) return "the database refused a long statement";
  const [kept = ""] = message.replace(/'(?:[^']|'')*'/g, "[…]").split(/\n(?: - )?[a-z]+: /i, 1);
  return withoutValues(kept).split(" - ").at(-1)!.split("\n", 1)[0]!;
}

/** What the machine writes: a function's name and a place, or a place alone. */
const frame =
  /^ +at (?:async )?(?:[^\s(][^(]*\()?(?:file:\/\/|node:|\/|<anonymous>|native|index \d)[^()]*\)?$/;

/** A stack begins with the message, of which any line may look like one of the stack's own. */
function framesOf({ stack = "", message }: Error): string {
  const begins = message === "" ? -1 : stack.indexOf(message);
  return stack
    .slice(begins < 0 ? 0 : begins + message.length)
    .split("\n")
    .filter((line) => frame.test(line))
    .map(withoutValues)
    .join("\n");
}

/** Some of the expressions below take the square of what they look at: 50,000 letters took 7.7 s before they were cut. */
const longestRead = 2_000;
const longestMessage = 1_000;

const values: readonly (readonly [RegExp, string])[] = [
  // As JSON's parser quotes what it cannot read, and as a database, GraphQL or a URL's parser quotes a value.
  [/(?<=, )(\.\.\.)?"[\s\S]*"(\.\.\.)? is not valid JSON/g, "[…] is not valid JSON"],
  [/(value|value for enum [\w".]+|literal|syntax for type [\w ]+|range|URL|in|at): [\s\S]+$/i, "$1: […]"],
  [/[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+/g, "[…]"],
  // Telephone numbers, then cards and accounts, in groups as people write them.
  [/(?<![\w-])(\+?886[ -]?\(?0?|0)\d{1,3}\)?([ -]?\d{3,4}){2}(?![\w-])/g, "[…]"],
  [/(?<![\w-])\d{4}([ -]\d{4,6}){2,3}(?![\w-])/g, "[…]"],
  [/(?<![\w-])[A-Z]?[A-D\d]?\d{6,}(?![\w-])/g, "[…]"],
  [/[\w-]{40,}/g, "[…]"],
  // All of our own messages are in English, so that these can only be somebody's words.
  [/\p{Script=Han}([\p{Script=Han}\s·‧、，。]*\p{Script=Han})?/gu, "[…]"],
];

/** A message without what was typed: quoted values, addresses, long numbers, tokens, Chinese text. */
export function withoutValues(message: string): string {
  return values
    .reduce((text, [value, instead]) => text.replace(value, instead), beginningOf(message))
    .slice(0, longestMessage);
}

/** Ends between words: half an address is no address to the expressions. */
function beginningOf(message: string): string {
  if (message.length <= longestRead) return message;
  return `${message.slice(0, message.lastIndexOf(" ", longestRead) + 1)}[…]`;
}
