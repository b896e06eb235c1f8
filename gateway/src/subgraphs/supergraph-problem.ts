import { type Advice, ConfigurationError } from "@campus-graph/kit/ops/environment";

type Problem = Advice & { variable: string; zh: Advice };

/** What the system says of the file, in sentences about the variable that named it. */
const problems: Readonly<Record<string, (file: string) => Problem>> = {
  ENOENT: (file) => ({
    variable: "SUPERGRAPH",
    what: `SUPERGRAPH is ${file}, which does not exist.`,
    remedy: "Give the file as seen from this folder, or its whole path.",
    zh: {
      what: `SUPERGRAPH 是 ${file}，但沒有這個檔案。`,
      remedy: "請填寫由此資料夾起算的路徑，或完整路徑。",
    },
  }),
  EISDIR: (file) => ({
    variable: "SUPERGRAPH",
    what: `SUPERGRAPH is ${file}, which is a folder.`,
    remedy: "Give the composed file itself.",
    zh: { what: `SUPERGRAPH 是 ${file}，但那是資料夾。`, remedy: "請填寫組合好的檔案。" },
  }),
  EACCES: (file) => ({
    variable: "SUPERGRAPH",
    what: `SUPERGRAPH is ${file}, which this user may not read.`,
    remedy: "Change its permissions, or give another file.",
    zh: { what: `SUPERGRAPH 是 ${file}，但目前的使用者不能讀取。`, remedy: "請修改其權限，或指定其他檔案。" },
  }),
};

/** An error of reading the file, as the operator reads it; a fault of ours keeps its stack. */
export function unreadableSupergraph(error: unknown, file: string): unknown {
  if (error instanceof TypeError || error instanceof RangeError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : problems[code];
  return new ConfigurationError([known ? known(file) : notComposed(file, message)]);
}

/**
 * Why nothing can be planned over a supergraph: it is not composed, or requires what this gateway does not support, such
 * as `@authenticated`, `@context`, connectors. `file` is undefined for one that was given as text.
 */
export function unusableSupergraph({ message }: Error, file: string | undefined): ConfigurationError {
  // A heading, its first cause, and where in the text that is.
  const [heading = "", cause = heading] = message.split("\n").flatMap((line) => line.trim() || []);
  if (file !== undefined && cause.includes("must be a core schema"))
    return new ConfigurationError([notComposed(file, cause)]);
  return new ConfigurationError([
    {
      variable: "SUPERGRAPH",
      what: `The supergraph ${file ? `in ${file} ` : ""}cannot be run: ${cause}.`,
      remedy: "Compose it without that directive, or run it by a gateway that knows it.",
      zh: {
        what: `無法執行${file ? ` ${file} 的` : ""} supergraph：${cause}。`,
        remedy: "請在組合時移除該 directive，或改用支援它的閘道。",
      },
    },
  ]);
}

function notComposed(file: string, fault: string): Problem {
  return {
    variable: "SUPERGRAPH",
    what: `SUPERGRAPH is ${file}, which is no composed supergraph: ${fault}`,
    remedy: "Compose it first, such as by rover supergraph compose, or npm run schema for this graph's own.",
    zh: {
      what: `SUPERGRAPH 是 ${file}，但內容不是組合好的 supergraph：${fault}`,
      remedy: "請先組合，例如以 rover supergraph compose；本專案的以 npm run schema 產生。",
    },
  };
}
