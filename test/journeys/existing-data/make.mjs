// Makes the data beside this file with the code of an older commit; README.md says how to run it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { recordDefinitions, writeDump } from "./dump.mjs";

const [checkout = "", name = ""] = process.argv.slice(2);
const root = resolve(checkout);
const from = (path) => import(pathToFileURL(join(root, path)).href);
const { startPostgres } = await from("gateway/dist/src/launch/postgres/server.js");
const { onDatabase } = await from("gateway/dist/src/launch/postgres/prepare-database.js");
const { findCity } = await from("clients/dist/demo/city.js");
const { Narrator } = await from("clients/dist/demo/narrator.js");
const { Stage } = await from("clients/dist/demo/stage.js");
const { inventFamily } = await from("clients/dist/demo/cast.js");
const acts = await from("clients/dist/demo/acts.js");
const operations = await from("clients/dist/src/generated/operations.js");
const { partnerTokens, proofOfPayment } = await from("clients/dist/src/partner.js");
const { classTwoOne } = await from("schema/dist/demo-city/index.js");

const schoolCode = "403601";
const folder = mkdtempSync(join(tmpdir(), "campus-existing-"));
// Where root runs this, PostgreSQL is another user.
chmodSync(folder, 0o755);
const data = join(folder, "data");
const postgres = await startPostgres({
  folder: join(folder, "postgres"),
  password: "admin",
  durable: true,
  settings: ["max_connections=200"],
});
const environment = {
  ...process.env,
  CAMPUS_DATA: data,
  PORT: process.env.PORT ?? "27700",
  DATABASE_URL: postgres.adminUrl,
};

try {
  await query(postgres.adminUrl, "create database campus");
  const admin = onDatabase(postgres.adminUrl, "campus");
  await recordDefinitions(admin);
  const running = await start({});
  await applyForAChild();
  await emptied(admin, "select from identity.mail_job where sent_at is null");
  await stop(running, "SIGTERM");

  // From here on no mail leaves, and no reaction to the opened binding runs.
  const crippled = await start({ SMTP_URL: "smtp://127.0.0.1:9" });
  await refuseRows(admin, "payments.visibility");
  await approveRequestOf("陳O羽");
  await filled(admin, "select from payments.inbox_waiting where parked_at is not null");
  await allowRows(admin, "payments.visibility");
  await filled(admin, "select from identity.mail_job where sent_at is null and tries > 0");

  // From here on no event reaches the bus.
  await emptied(admin, "select from payments.outbox where position is null");
  await refuseRows(admin, "bus.event");
  await payABill(await issueABill("書包費"));
  await approveRequestOf("何O霖");
  await filled(admin, "select from payments.outbox where position is null");
  await filled(admin, "select from payments.outbox_head where position > published");
  await stop(crippled, "SIGKILL");
  await allowRows(admin, "bus.event");
  await writeDump(admin, `${name}.sql.gz`);
  copyFileSync(join(data, "keys", "generated.json"), `${name}.keys.json`);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The older commit's own `npm start`, up when its gateway answers. */
async function start(variables) {
  const child = spawn(process.execPath, ["gateway/src/launch/run.mjs", "start"], {
    cwd: root,
    env: { ...environment, ...variables },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.pipe(process.stdout);
  const greeted = new Promise((greet) => {
    child.stdout.on("data", (chunk) => String(chunk).includes("@campus.example") && greet());
  });
  await Promise.race([greeted, once(child, "exit")]);
  if (child.exitCode !== null) throw new Error("The older commit did not start.");
  return child;
}

async function stop(child, signal) {
  child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  await emptied(
    postgres.adminUrl,
    "select from pg_stat_activity where usename like 'campus\\_%' and usename <> 'campus_admin'",
  );
}

async function withDemo(play) {
  await using demo = new Stage(findCity(environment), new Narrator(() => {}));
  return await play(demo);
}

/** Somebody without an account applies for 何冠霖. */
function applyForAChild() {
  return withDemo(async (demo) => {
    const { guardian } = inventFamily();
    const phone = await acts.openWithCode(demo, guardian.email);
    const { startApplication } = await phone.mutate(operations.StartApplicationDocument);
    const child = classTwoOne.find((student) => student.name === "何冠霖");
    await acts.addStudent(
      phone,
      startApplication.id,
      { ...child, level: "ELEMENTARY", schoolCode },
      "FATHER",
    );
    await acts.agree(phone, startApplication.id);
    const { declaration } = await acts.declare(phone, startApplication.id, guardian);
    await acts.signAndSubmit(phone, startApplication.id, declaration);
  });
}

function approveRequestOf(maskedName) {
  return withDemo(async (demo) => {
    const teacher = await demo.as("teacher@campus.example");
    const { myClasses } = await teacher.query(operations.MyClassesDocument);
    const { classReview } = await teacher.query(operations.ClassReviewDocument, { classId: myClasses[0].id });
    const row = classReview.find(
      ({ student, pending }) => student.maskedName === maskedName && pending.length > 0,
    );
    const [result] = await acts.approve(teacher, [row.pending[0].id]);
    if (!result.ok) throw new Error(`The approval was refused: ${result.refusal?.code}.`);
  });
}

/** To the demo's guardian's child at the elementary school. */
function issueABill(title) {
  return withDemo(async (demo) => {
    const guardian = await demo.as("guardian@campus.example");
    const { myBindings } = await guardian.query(operations.MyBindingsDocument);
    const { student } = myBindings.find(({ student }) => student.school.code === schoolCode);
    const cashier = await demo.as("cashier@campus.example");
    const dueDate = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
    const { issueBills } = await cashier.mutate(operations.IssueBillsDocument, {
      input: {
        schoolCode,
        title,
        dueDate,
        items: [{ name: title, amount: 680 }],
        studentIds: [student.id],
        idempotencyKey: crypto.randomUUID(),
      },
    });
    return issueBills.results[0].bill;
  });
}

function payABill({ accountNumber, amount }) {
  return withDemo(async (demo) => {
    const partner = demo.city.wallet;
    const wallet = demo.connect(partnerTokens(partner));
    const transactionNumber = "EXISTING0001";
    const paidAt = new Date().toISOString();
    const input = { accountNumber, amount, channel: "EASY_WALLET", transactionNumber, paidAt };
    await wallet.mutate(operations.NotifyPaymentDocument, {
      input,
      proof: await proofOfPayment(partner, input),
    });
  });
}

function refuseRows(url, table) {
  return query(
    url,
    `create function recorded.refuse() returns trigger language plpgsql as $$ begin raise 'refused to make a fixture'; end $$;
     grant usage on schema recorded to public;
     create trigger refuse before insert on ${table} for each row execute function recorded.refuse()`,
  );
}

function allowRows(url, table) {
  return query(url, `drop trigger refuse on ${table}; drop function recorded.refuse()`);
}

function filled(url, sql) {
  return until(url, sql, (rows) => rows.length > 0);
}

function emptied(url, sql) {
  return until(url, sql, (rows) => rows.length === 0);
}

async function until(url, sql, holds) {
  for (const giveUpAt = Date.now() + 120_000; !holds((await query(url, sql)).rows); await delay(200))
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain: ${sql}`);
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
