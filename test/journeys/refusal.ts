import { GraphFailure } from "@campus-graph/clients/failure";

/** The refusal that an act must meet; an act that succeeds, or breaks otherwise, fails the test. */
export async function refusalOf(act: Promise<unknown>): Promise<GraphFailure> {
  try {
    await act;
  } catch (error) {
    if (error instanceof GraphFailure) return error;
    throw error;
  }
  throw new Error("This was not refused.");
}
