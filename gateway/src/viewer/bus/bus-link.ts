import { listenToBus } from "@campus-graph/kit/events/postgres-bus";
import { createRevocationList, type RevocationList } from "../revocation-list.js";
import { createSessions, type Sessions } from "../sessions.js";
import { followSessionEnds } from "./follow-session-ends.js";
import { takeInstance } from "./instance.js";
import { joinRevocations } from "./join-revocations.js";

/** All that a gateway consumes from the bus: sign-ins that are over, revocations, and that some feed has grown. */
export interface BusLink extends AsyncDisposable {
  sessions: Sessions;
  revocations: RevocationList;
  /** Whether what was last consumed is recent enough to be believed. */
  isCurrent(): boolean;
  /** Begins to consume; resolves once revocations were read, or after a while without them. `onNews`: some feed may have grown. */
  connect(onNews: () => void): Promise<void>;
}

interface Options {
  url: string;
  /** How long the bus may be silent before nothing that came from it can be believed. */
  silenceMs: number;
  /** See {@link takeInstance}. */
  instanceFolder: string | null;
}

export function createBusLink({ url, silenceMs, instanceFolder }: Options): BusLink {
  const sessions = createSessions({ silenceMs });
  const revocations = createRevocationList({ leaseMs: silenceMs });
  const open = new AsyncDisposableStack();
  return {
    sessions,
    revocations,
    isCurrent: () => sessions.isCurrent() && revocations.isCurrent(),
    async connect(onNews) {
      const instance = takeInstance(instanceFolder);
      open.defer(() => instance.release());
      open.adopt(followSessionEnds(url, sessions), (ends) => ends.stop());
      open.adopt(listenToBus(url, onNews), (news) => news.stop());
      const leaseHeartbeat = joinRevocations(url, {
        leaseMs: silenceMs,
        instance: instance.name,
        revocations,
        sessions,
      });
      open.adopt(leaseHeartbeat, (each) => each.stop());
      await leaseHeartbeat.began;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** A gateway without a bus: its sign-ins hold as long as their tokens, and nothing is ever revoked. */
export function withoutBus(): BusLink {
  return {
    sessions: createSessions({ silenceMs: null }),
    revocations: createRevocationList({ leaseMs: null }),
    isCurrent: () => true,
    connect: async () => undefined,
    async [Symbol.asyncDispose]() {},
  };
}
