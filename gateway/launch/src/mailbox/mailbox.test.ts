import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startMailbox } from "./mailbox.js";
import { readMail } from "./read-mail.js";

const base64 = (text: string) => Buffer.from(text).toString("base64");

it("reads a Chinese subject cut between two encoded words, in the middle of a character", () => {
  const bytes = Buffer.from("親子綁定");
  const [first, second] = [bytes.subarray(0, 4), bytes.subarray(4)].map((part) => part.toString("base64"));
  const mail = readMail(
    Buffer.from(`Subject: =?UTF-8?B?${first}?=\r\n =?UTF-8?B?${second}?=\r\n\r\nhello\r\n`),
  );
  expect(mail).toEqual({ subject: "親子綁定", text: "hello" });
});

it.each([
  ["base64", base64("驗證碼 ABCD")],
  ["quoted-printable", "=E9=A9=97=E8=AD=89=E7=\r\n=A2=BC ABCD"],
  ["8bit", "驗證碼 ABCD"],
])("reads a text sent as %s", (encoding, body) => {
  const head = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}`;
  expect(readMail(Buffer.from(`${head}\r\n\r\n${body}\r\n`)).text).toBe("驗證碼 ABCD");
});

it("shows the plain part of a mail that also has HTML", () => {
  const parts =
    "--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>rich\r\n--b--";
  expect(
    readMail(Buffer.from(`Content-Type: multipart/alternative; boundary="b"\r\n\r\n${parts}`)).text,
  ).toBe("plain");
});

it("captures mail over SMTP, newest first, and still has it after a restart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "campus-mail-"));
  const mailbox = await startMailbox(folder, () => new Date("2026-09-01T08:00:00Z"));
  for (const subject of ["first", "<script>"]) await send(mailbox.smtpUrl, "wu@campus.example", subject);
  await send(mailbox.smtpUrl, "chen@campus.example", "another's");
  const list = async (url: string) => (await fetch(`${url}/mail.json?to=wu@campus.example`)).json();
  const expected = ["<script>", "first"].map((subject) => ({
    to: "wu@campus.example",
    subject,
    text: "hello",
    at: "2026-09-01T08:00:00.000Z",
  }));
  expect(await list(mailbox.url)).toEqual(expected);
  expect(await (await fetch(`${mailbox.url}/mail`)).text()).not.toContain("<script>");
  await mailbox.stop();

  const again = await startMailbox(folder, () => new Date());
  expect(await list(again.url)).toEqual(expected);
  await again.stop();
  rmSync(folder, { recursive: true });
});

it.each([
  { acceptLanguage: "zh-TW,zh;q=0.9,en;q=0.8", lang: "zh-Hant-TW", label: "收件人", at: "2026/9/1 16:00:00" },
  { acceptLanguage: "zh", lang: "zh-Hant-TW", label: "收件人", at: "2026/9/1 16:00:00" },
  { acceptLanguage: "en-GB,en;q=0.9", lang: "en", label: "Every mail", at: "Sep 1, 2026, 16:00:00" },
  { acceptLanguage: "de", lang: "zh-Hant-TW", label: "收件人", at: "2026/9/1 16:00:00" },
])(
  "shows mail to a reader of $acceptLanguage in $lang, in Taipei's time",
  async ({ acceptLanguage, lang, label, at }) => {
    const folder = mkdtempSync(join(tmpdir(), "campus-mail-"));
    const mailbox = await startMailbox(folder, () => new Date("2026-09-01T08:00:00Z"));
    await send(mailbox.smtpUrl, "wu@campus.example", "hello");
    const response = await fetch(`${mailbox.url}/mail`, { headers: { "accept-language": acceptLanguage } });
    // Between day and hour stands a blank of ICU's own choice.
    const page = (await response.text()).replace(/\s/g, " ");
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).toContain(label);
    expect(page).toContain(`<time datetime="2026-09-01T08:00:00.000Z">${at}</time>`);
    await mailbox.stop();
    rmSync(folder, { recursive: true });
  },
);

/** Speaks SMTP by hand, one line after each answer. */
async function send(smtpUrl: string, to: string, subject: string): Promise<void> {
  const lines = ["EHLO test", "MAIL FROM:<noreply@campus.example>", `RCPT TO:<${to}>`, "DATA"];
  const steps = [...lines, `Subject: ${subject}\r\n\r\nhello\r\n.`, "QUIT"];
  const socket = connect(Number(new URL(smtpUrl).port), "127.0.0.1");
  for await (const answer of socket.setEncoding("utf8") as AsyncIterable<string>) {
    if (/^[45]/.test(answer)) throw new Error(answer);
    const next = steps.shift();
    if (next) socket.write(`${next}\r\n`);
  }
}

it("keeps the blank before a soft line break: it is part of the text", () => {
  const head = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable";
  expect(readMail(Buffer.from(`${head}\r\n\r\nplease =\r\ndo not reply\r\n`)).text).toBe(
    "please do not reply",
  );
});

it("shows text messages beside mails, by number, and takes them by POST alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "campus-mail-"));
  const mailbox = await startMailbox(folder, () => new Date("2026-09-01T08:00:00Z"));
  const { url } = JSON.parse(mailbox.smsProvider) as { url: string };
  const post = (body: string) => fetch(url, { method: "POST", body });
  expect((await post('{"to":"0912123456","text":"<b>驗證碼"}')).status).toBe(204);
  for (const body of ["{", '{"to":1}', JSON.stringify({ to: "0912123456", text: "x".repeat(20_000) })])
    expect((await post(body)).status).toBe(400);
  expect(await (await fetch(`${mailbox.url}/mail.json?to=0912123456`)).json()).toEqual([
    { to: "0912123456", subject: "", text: "<b>驗證碼", at: "2026-09-01T08:00:00.000Z", by: "SMS" },
  ]);
  const page = await (await fetch(`${mailbox.url}/mail`)).text();
  expect(page).toContain("<h2>簡訊</h2>");
  expect(page).not.toContain("<b>");
  await mailbox.stop();
  rmSync(folder, { recursive: true });
});
