import PostalMime from "postal-mime";

/** What a report says of one recipient (RFC 3464 §2.3), and of which mail. */
export interface DeliveryReport {
  /** Of the mail that it is about, as it came back with the report. */
  messageId: string;
  /** The address as it was written to, and the one that it had become at the end. */
  recipients: readonly string[];
  action: string;
  /** An enhanced status code (RFC 3463), such as 5.1.1. */
  status: string;
  /** In the words of the server that would not take it. */
  diagnosis: string;
}

const longestBytes = 512 * 1024;

/** The reports in a mail, one for each recipient; none where it is no report, or does not bring its mail's headers. */
export async function readDeliveryReports(mail: string): Promise<DeliveryReport[]> {
  if (Buffer.byteLength(mail) > longestBytes) return [];
  const { attachments } = await PostalMime.parse(mail, {
    attachmentEncoding: "utf8",
    forceRfc822Attachments: true,
    maxNestingDepth: 10,
  }).catch(() => ({ attachments: [] }));
  const partOf = (...types: string[]) =>
    String(attachments.find(({ mimeType }) => types.includes(mimeType))?.content ?? "");
  const original = partOf(
    "message/rfc822",
    "text/rfc822-headers",
    "message/global",
    "message/global-headers",
  );
  const messageId = fieldsOf(original.split(/\r?\n\r?\n/)[0]!).get("message-id") ?? "";
  const [, ...groups] = partOf("message/delivery-status", "message/global-delivery-status")
    .split(/\r?\n[ \t]*\r?\n/)
    .filter((group) => group.trim() !== "");
  return groups.map(fieldsOf).flatMap((fields) => {
    const recipients = ["original-recipient", "final-recipient"].flatMap(
      (name) => addressIn(fields.get(name)) ?? [],
    );
    return messageId === "" || recipients.length === 0 ? [] : [reportIn(fields, messageId, recipients)];
  });
}

/** Of a delay, a mailbox that is full or a refusal of all that is ours, nobody concludes that the mailbox is not there. */
export function saysNoSuchMailbox({ action, status, diagnosis }: DeliveryReport): boolean {
  if (action !== "failed") return false;
  if (/^5\.(1\.\d{1,3}|2\.1)$/.test(status)) return true;
  // Servers that do not say more than that it failed, in their answer to the recipient.
  return status === "5.0.0" && /\b(550|551|553)\b/.test(diagnosis) && !/\b5\.[27]\.\d/.test(diagnosis);
}

function reportIn(
  fields: ReadonlyMap<string, string>,
  messageId: string,
  recipients: string[],
): DeliveryReport {
  return {
    messageId,
    recipients,
    action: fields.get("action")?.toLowerCase() ?? "",
    status: /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "")?.[0] ?? "",
    diagnosis: fields.get("diagnostic-code") ?? "",
  };
}

/** `rfc822;somebody@example.com` names an address. */
function addressIn(field: string | undefined): string | null {
  return /^(?:rfc822|utf-8)\s*;\s*<?([^\s<>]+@[^\s<>]+)>?/i.exec(field ?? "")?.[1] ?? null;
}

/** The fields of a header, unfolded; of the same twice the first. */
function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value!);
  }
  return fields;
}
