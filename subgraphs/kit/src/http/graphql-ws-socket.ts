import type { WebSocket } from "ws";

/**
 * graphql-ws over a socket of ws. A message counts as sent once the system took it, so that whoever makes
 * messages waits for a slow peer instead of piling them up.
 */
export function graphqlWsSocket(socket: WebSocket) {
  return {
    protocol: socket.protocol,
    send: (text: string): Promise<void> =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== socket.OPEN) return resolve();
        socket.send(text, (error) => (error ? reject(error) : resolve()));
      }),
    close: (code?: number, reason?: string): void => socket.close(code, reason),
  };
}
