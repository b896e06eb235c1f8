import { reviewConfiguration } from "../configuration.js";
import type { DataFolder } from "../data/folder.js";
import { adviceOf } from "../explain.js";
import type { Environment } from "../settings.js";
import { UserError } from "../user-error.js";
import { type Finding, fine, problem, remark } from "./finding.js";

const about = "Configuration";

/** What npm start would say of the environment, in the same words. */
export async function lookAtConfiguration(
  root: string,
  folder: DataFolder,
  environment: Environment,
): Promise<Finding[]> {
  try {
    const { settings, errors, remarks } = await reviewConfiguration(root, folder, environment);
    const found = [
      ...distinct(errors)
        .map(adviceOf)
        .map(({ what, remedy }) => problem(about, what, remedy)),
      ...distinct(remarks)
        .map(adviceOf)
        .map(({ what, remedy }) => remark(about, what, remedy)),
    ];
    return errors.length > 0 ? found : [fine(about, `${settings.mode}; nothing is missing`), ...found];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { what, remedy } = adviceOf(error);
    return [problem(about, what, remedy)];
  }
}

function distinct(errors: readonly UserError[]): UserError[] {
  return [...new Map(errors.map((each) => [each.what, each])).values()];
}
