import { reviewConfiguration } from "../configuration.js";
import type { DataFolder } from "../data/folder.js";
import type { Environment } from "../settings.js";
import { Trouble } from "../trouble.js";
import { type Finding, fine, remark, trouble } from "./finding.js";

const about = "Configuration";

/** What npm start would say of the environment, in the same words. */
export async function lookAtConfiguration(
  root: string,
  folder: DataFolder,
  environment: Environment,
): Promise<Finding[]> {
  try {
    const { settings, troubles, remarks } = await reviewConfiguration(root, folder, environment);
    const found = [
      ...distinct(troubles).map(({ what, remedy }) => trouble(about, what, remedy)),
      ...distinct(remarks).map(({ what, remedy }) => remark(about, what, remedy)),
    ];
    return troubles.length > 0 ? found : [fine(about, `${settings.mode}; nothing is missing`), ...found];
  } catch (error) {
    if (error instanceof Trouble) return [trouble(about, error.what, error.remedy)];
    throw error;
  }
}

function distinct(troubles: readonly Trouble[]): Trouble[] {
  return [...new Map(troubles.map((each) => [each.what, each])).values()];
}
