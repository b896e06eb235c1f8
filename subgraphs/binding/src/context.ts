import type { Context } from "@campus-graph/kit/context";
import type { ConsentNotice } from "./domain/consent-notice.js";
import type { Escalation } from "./domain/escalation.js";

export interface BindingServices {
  /** The consent notice in force. */
  readonly notice: ConsentNotice;
  /** How long a request waits for a teacher alone. */
  readonly escalation: Escalation;
}

export type BindingContext = Context<BindingServices>;
