import type { Sentences } from "./sentences.js";
import { type UserError, userErrorsOf } from "./user-error.js";

/** What the system refuses to a command: a file or a program of this machine, which whoever runs it can mend. */
export const words = {
  missing: {
    "zh-TW": "找不到 {path}。\n→ 請放回該檔案；若屬於本專案，可用 git status 查看缺了哪些。",
    en: "{path} is missing.\n→ Put it back; if it belongs to this checkout, git status shows what it lacks.",
  },
  notAllowed: {
    "zh-TW": "目前的使用者不能讀寫或執行 {path}（{code}）。\n→ 請以擁有者的身分執行，或修改其權限。",
    en: "This user may not use {path} ({code}).\n→ Run the command as its owner, or change its permissions.",
  },
  full: {
    "zh-TW": "磁碟已滿，無法寫入 {path}（{code}）。\n→ 請清出空間，或改用其他位置：CAMPUS_DATA=/some/folder",
    en: "{path} cannot be written: the disk is full ({code}).\n→ Make room, or choose another place: CAMPUS_DATA=/some/folder",
  },
  readOnly: {
    "zh-TW": "{path} 所在的磁碟是唯讀的。\n→ 請改用可寫入的位置：CAMPUS_DATA=/some/folder",
    en: "{path} lies on a disk that cannot be written to.\n→ Choose a place that can: CAMPUS_DATA=/some/folder",
  },
  otherKind: {
    "zh-TW": "{path} 應為資料夾或檔案，卻是另一種（{code}）。\n→ 請將它移走，或改用其他位置。",
    en: "{path} is a file where a folder is wanted, or the other way round ({code}).\n→ Move it away, or give another place.",
  },
  tooMany: {
    "zh-TW": "開啟的檔案或程式過多（{code}）。\n→ 請結束其他程式，或以 ulimit -n、ulimit -u 提高上限。",
    en: "Too many files or processes are open ({code}).\n→ End other programs, or raise the limits: ulimit -n, ulimit -u.",
  },
} as const satisfies Sentences;

const sentences: Readonly<Record<string, keyof typeof words>> = {
  ENOENT: "missing",
  EACCES: "notAllowed",
  EPERM: "notAllowed",
  ENOSPC: "full",
  EDQUOT: "full",
  EROFS: "readOnly",
  ENOTDIR: "otherKind",
  EISDIR: "otherKind",
  EEXIST: "otherKind",
  EMFILE: "tooMany",
  ENFILE: "tooMany",
  EAGAIN: "tooMany",
  ENOMEM: "tooMany",
};

const userError = userErrorsOf(words);

/** The sentence for an error of the system's about a path; undefined for an error of another kind. */
export function systemRefusal(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const name = code === undefined || !Object.hasOwn(sentences, code) ? undefined : sentences[code];
  if (name === undefined || (path === undefined && name !== "tooMany")) return undefined;
  return userError(name, { path: dest ?? path ?? "", code: code ?? "" });
}
