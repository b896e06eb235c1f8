import { constants, setPriority } from "node:os";
import { overHttp, overSockets } from "./abuser.js";
import { abusive } from "./abusive.js";
import { steadily } from "./steady.js";

/** How many abusive requests a second, and for how long. */
export interface Spell {
  perSecond: number;
  forMs: number;
}

/**
 * A process of their own, or whoever times normal requests would have to wait while a megabyte is made ready; and one
 * that gives way to them, since the core that they share is not the gateway's. The kinds come in turn, every other time
 * over a socket. Answers each spell once all of it was refused, with what was not.
 */
setPriority(constants.priority.PRIORITY_LOW);
const url = process.env.GATEWAY_URL!;
const abusers = [overHttp(url), overSockets(url)];

process.on("message", ({ perSecond, forMs }: Spell) => {
  steadily(perSecond, forMs, (nth) =>
    abusers[Math.floor(nth / abusive.length) % abusers.length]!(abusive[nth % abusive.length]!),
  ).then(
    () => process.send!({ failure: null }),
    (error: Error) => process.send!({ failure: error.message }),
  );
});
// Between two spells nothing else keeps it alive.
process.channel?.ref();
process.send!("ready");
