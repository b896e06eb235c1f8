/** What came back for one operation. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they asked for
  data?: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string } & Record<string, unknown>;
  }[];
}

/** The data of an answer that must have no errors. */
export function dataOf({ data, errors }: Answer): NonNullable<Answer["data"]> {
  if (errors)
    throw new Error(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join("\n"));
  return data;
}

/** The code that an answer was refused with, if it was. */
export function codeOf({ errors }: Answer): string | undefined {
  return errors?.[0]?.extensions.code;
}
