import type { Configuration } from "./environment.js";
import { adviceIn, ConfigurationError } from "./environment.js";
import { terminalLanguage } from "./terminal.js";

interface Stoppable {
  stop(): Promise<void>;
}

/** The exit code of a service that was configured wrongly: EX_CONFIG of sysexits.h. */
const wrongConfiguration = 78;

/**
 * The whole of a service's `main`: reads the configuration, runs until SIGINT or SIGTERM. A wrong configuration is printed
 * in sentences of the terminal's language. With `--configuration` nothing is started: what the service reads and what stands against the
 * environment that it was given are printed as one line of JSON, by which `npm start` and `npm run doctor` know both.
 */
export async function serviceMain<Config>(
  configuration: Configuration<Config>,
  start: (config: Config) => Promise<Stoppable>,
): Promise<void> {
  if (process.argv.includes("--configuration")) {
    const review = configuration.review(process.env);
    process.stdout.write(
      `${JSON.stringify({ variables: Object.keys(configuration.variables), ...review })}\n`,
    );
    return;
  }
  const service = await startOrExit(() => start(configuration.read(process.env)));
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void service.stop().then(() => process.exit(0));
    });
}

async function startOrExit<Service>(start: () => Promise<Service>): Promise<Service> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const language = terminalLanguage(process.env);
    for (const problem of error.problems) {
      const { what, remedy } = adviceIn(language, problem);
      process.stderr.write(`${what}\n→ ${remedy}\n`);
    }
    process.exit(wrongConfiguration);
  }
}
