const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a host of an address is this machine itself. */
export const isLoopback = (hostname: string): boolean => loopback.has(hostname);
