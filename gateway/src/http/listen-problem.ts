import { ConfigurationError, type ConfigurationProblem } from "@campus-graph/kit/ops/environment";

/** Where a server was to listen, and which variables said so. */
export interface ListenAddress {
  host: string;
  port: number;
  variables: { host: string; port: string };
}

type Problem = (address: ListenAddress) => ConfigurationProblem;

const problems: Readonly<Record<string, Problem>> = {
  EADDRINUSE: ({ host, port, variables: { port: variable } }) => ({
    variable,
    what: `${variable} is ${port}, which another program has taken on ${host}.`,
    remedy: `End that program, or give another port, such as ${variable}=${port + 1}.`,
    zh: {
      what: `${variable} 是 ${port}，但 ${host} 的這個埠已被其他程式占用。`,
      remedy: `請結束該程式，或換一個埠，例如 ${variable}=${port + 1}。`,
    },
  }),
  EACCES: ({ port, variables: { port: variable } }) => ({
    variable,
    what: `${variable} is ${port}, which this user may not listen on.`,
    remedy: "Give a port above 1023.",
    zh: { what: `${variable} 是 ${port}，但目前的使用者不能使用這個埠。`, remedy: "請改用 1023 以上的埠。" },
  }),
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
};

function noSuchHost({ host, variables: { host: variable } }: ListenAddress): ConfigurationProblem {
  return {
    variable,
    what: `${variable} is ${host}, which is no address of this machine.`,
    remedy: `Give one that it has, such as ${variable}=127.0.0.1, or ${variable}=0.0.0.0 for all.`,
    zh: {
      what: `${variable} 是 ${host}，但這台電腦沒有這個位址。`,
      remedy: `請改用這台電腦的位址，例如 ${variable}=127.0.0.1；${variable}=0.0.0.0 則為所有位址。`,
    },
  };
}

/** What keeps a server from listening, as the operator who gave its address reads it; an error of another kind stays. */
export function listenProblem(error: NodeJS.ErrnoException, address: ListenAddress): Error {
  const problem = error.code === undefined ? undefined : problems[error.code];
  return problem ? new ConfigurationError([problem(address)]) : error;
}
