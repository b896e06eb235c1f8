import type { EnvironmentReader } from "@campus-graph/kit/ops/environment";
import { isTimeOfDay, type QuietHours } from "../domain/quiet-hours.js";

type Read = EnvironmentReader<"QUIET_HOURS" | "PUSH_HOSTS">;

export function readQuietHours(read: Read): QuietHours {
  const given = read.text("QUIET_HOURS") ?? "21:30-07:30";
  const [from = "", until = ""] = given.split("-");
  if (!isTimeOfDay(from) || !isTimeOfDay(until))
    read.problem("QUIET_HOURS", `QUIET_HOURS is “${given}”.`, "Give two times, such as 21:30-07:30.", {
      what: `QUIET_HOURS 是「${given}」。`,
      remedy: "請填寫兩個時間，例如 21:30-07:30。",
    });
  return { from, until };
}

/** Today's browsers': Chrome and all that is made of it, Firefox, Safari, Edge. */
const usualPushHosts = [
  "fcm.googleapis.com",
  "*.push.services.mozilla.com",
  "*.push.apple.com",
  "*.notify.windows.com",
];

export function readPushHosts(read: Read): readonly string[] {
  const hosts = (read.text("PUSH_HOSTS") ?? "").split(/[\s,]+/).filter((host) => host !== "");
  for (const host of hosts.filter((each) => !/^(\*\.)?([a-z\d-]+\.)+[a-z][a-z\d-]*$/.test(each)))
    read.problem(
      "PUSH_HOSTS",
      `PUSH_HOSTS names “${host}”, which is no host.`,
      "Give names in small letters, such as fcm.googleapis.com *.push.apple.com",
      {
        what: `PUSH_HOSTS 中的「${host}」不是主機名稱。`,
        remedy: "請以小寫填寫主機名稱，例如 fcm.googleapis.com *.push.apple.com",
      },
    );
  return hosts.length > 0 ? hosts : usualPushHosts;
}
