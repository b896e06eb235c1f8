import { anyOf, withRole } from "@campus-graph/kit/auth/permissions";

/** Who reviews requests; of whom, roster's word decides, in the use case. */
export const reviewer = anyOf(withRole("TEACHER"), withRole("REGISTRAR"));
