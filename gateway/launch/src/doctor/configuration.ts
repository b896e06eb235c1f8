import { reviewConfiguration } from "../configuration.js";
import type { DataFolder } from "../data/folder.js";
import type { Environment } from "../settings.js";
import { distinct, UserError } from "../user-error.js";
import { type Finding, fine, ofStart } from "./finding.js";
import { sentence } from "./words.js";

/** What npm start would say of the environment, in the same words. */
export async function lookAtConfiguration(
  root: string,
  folder: DataFolder,
  environment: Environment,
): Promise<Finding[]> {
  try {
    const { settings, errors, remarks } = await reviewConfiguration(root, folder, environment);
    const found = [
      ...distinct(errors).map((error) => ofStart("trouble", "configuration", error)),
      ...distinct(remarks).map((error) => ofStart("remark", "configuration", error)),
    ];
    if (errors.length > 0) return found;
    return [fine("configuration", sentence("nothingMissing", { mode: settings.mode })), ...found];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [ofStart("trouble", "configuration", error)];
  }
}
