import { ReservedUserName, UserNameInvalid } from "./refusals.js";

const [fewest, most] = [4, 30];

/** It begins with a letter, so that it is never taken for a number; it holds no @, so that it is no address. */
const form = /^[a-z\p{Script=Han}][a-z0-9._\-\p{Script=Han}]*$/u;

/** Names by which somebody might pass for an office, or for the system itself. */
const reserved: ReadonlySet<string> = new Set([
  ..."admin administrator root system support helpdesk service services security bureau education school campus taipei".split(
    " ",
  ),
  ..."postmaster webmaster hostmaster noreply no-reply anonymous guest test operator parent-app sign-in-page campus-apps".split(
    " ",
  ),
  ..."管理員 系統管理員 系統管理者 客服中心 教育局長 臺北市教育局 台北市教育局 資訊組長 註冊組長 出納組長".split(
    " ",
  ),
]);

/** A user name in the one form in which names are kept and compared: full-width and capital letters are the plain ones. */
export function parseUserName(typed: string): string {
  const name = typed.slice(0, 200).normalize("NFKC").trim().toLowerCase();
  const length = [...name].length;
  if (length < fewest || length > most || !form.test(name)) throw new UserNameInvalid({ fewest, most });
  if (reserved.has(name)) throw new ReservedUserName();
  return name;
}
