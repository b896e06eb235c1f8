/** What only servers say in the protocol. */
const serverTypes: readonly unknown[] = ["connection_ack", "next", "error"];

interface Message {
  type?: unknown;
  id?: unknown;
}

/** What becomes of a message: it is handled in this form, ignored, or closes its socket. */
export type Received =
  | { readonly message: object; readonly handled: () => void }
  | { readonly code: number; readonly reason: string }
  | null;

const notHandled = () => undefined;

/**
 * A client may use an id again as soon as it has completed the operation under it, though that is still being answered. The
 * protocol's library knows operations by their ids alone, and would give one's answer to the other; so to the library each
 * operation has an id of its own: a number, a space, and the client's.
 */
export class OperationIds {
  #count = 0;
  /** By the client's id, the number of what is under way under it. */
  #underWay: Map<string, number> | null = null;

  /** `text`: a message as it came. */
  receive(text: string): Received {
    const message = parse(text);
    if (message === null || serverTypes.includes(message.type))
      return { code: 4400, reason: "Invalid message received" };
    const { type, id } = message;
    if (typeof id !== "string" || id === "") return { message, handled: notHandled };
    if (type === "subscribe") return this.#subscribe(message, id);
    if (type === "complete") return this.#complete(message, id);
    return { message, handled: notHandled };
  }

  /** `text`: the library's message, as the client is to receive it. */
  static stringify(text: string): string {
    return text.replace(/^\{"id":"\d+ /, '{"id":"');
  }

  #subscribe(message: object, id: string): Received {
    this.#underWay ??= new Map();
    if (this.#underWay.has(id)) return { code: 4409, reason: "Subscriber already exists" };
    this.#count += 1;
    const number = this.#count;
    this.#underWay.set(id, number);
    return {
      message: { ...message, id: `${number} ${id}` },
      handled: () => {
        if (this.#underWay?.get(id) === number) this.#underWay.delete(id);
      },
    };
  }

  #complete(message: object, id: string): Received {
    const number = this.#underWay?.get(id);
    if (number === undefined) return null;
    this.#underWay?.delete(id);
    return { message: { ...message, id: `${number} ${id}` }, handled: notHandled };
  }
}

function parse(text: string): Message | null {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === "object" && message !== null ? message : null;
  } catch {
    return null;
  }
}
