import { type Advice, ConfigurationError } from "@campus-graph/kit/ops/environment";

interface Asked {
  file: string;
  host: string;
  port: number;
}

type Problem = Advice & { variable: string; zh: Advice };

/** What the system says of a file or an address, in sentences about the variable that named it. */
const problems: Readonly<Record<string, (asked: Asked) => Problem>> = {
  ENOENT: ({ file }) => ({
    variable: "SUPERGRAPH",
    what: `SUPERGRAPH is ${file}, which does not exist.`,
    remedy: "Give the file as seen from this folder, or its whole path.",
    zh: {
      what: `SUPERGRAPH 是 ${file}，但沒有這個檔案。`,
      remedy: "請填寫由此資料夾起算的路徑，或完整路徑。",
    },
  }),
  EISDIR: ({ file }) => ({
    variable: "SUPERGRAPH",
    what: `SUPERGRAPH is ${file}, which is a folder.`,
    remedy: "Give the composed file itself.",
    zh: { what: `SUPERGRAPH 是 ${file}，但那是資料夾。`, remedy: "請填寫組合好的檔案。" },
  }),
  EADDRINUSE: ({ host, port }) => ({
    variable: "PORT",
    what: `PORT is ${port}, which another program has taken on ${host}.`,
    remedy: `End that program, or give another port, such as PORT=${port + 1}.`,
    zh: {
      what: `PORT 是 ${port}，但 ${host} 的這個埠已被其他程式占用。`,
      remedy: `請結束該程式，或換一個埠，例如 PORT=${port + 1}。`,
    },
  }),
  EACCES: ({ file, port }) => ({
    variable: "PORT",
    what: `This user may not read ${file}, or not listen on port ${port}.`,
    remedy: "Give a file that it may read, and a port above 1023.",
    zh: {
      what: `目前的使用者不能讀取 ${file}，或不能使用埠 ${port}。`,
      remedy: "請改用可讀取的檔案，以及 1023 以上的埠。",
    },
  }),
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
};

function noSuchHost({ host }: Asked): Problem {
  return {
    variable: "HOST",
    what: `HOST is ${host}, which is no address of this machine.`,
    remedy: "Give one that it has, such as HOST=127.0.0.1, or HOST=0.0.0.0 for all.",
    zh: {
      what: `HOST 是 ${host}，但這台電腦沒有這個位址。`,
      remedy: "請改用這台電腦的位址，例如 HOST=127.0.0.1；HOST=0.0.0.0 則為所有位址。",
    },
  };
}

/**
 * An error of starting as the operator reads it. What the system does not name is a fault of the file's content, or else
 * of ours: that keeps its stack.
 */
export function openProblem(error: unknown, asked: Asked): unknown {
  if (error instanceof TypeError || error instanceof ReferenceError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : problems[code];
  return new ConfigurationError([known ? known(asked) : notComposed(asked.file, message)]);
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
