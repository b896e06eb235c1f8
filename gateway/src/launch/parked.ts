import { runOperatorCommand } from "./operator-command.js";

/** `npm run parked`. */
runOperatorCommand("parked", process.argv.slice(2));
