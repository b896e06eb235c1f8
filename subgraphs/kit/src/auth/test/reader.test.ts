import { expect, it } from "vitest";
import { newReader, readSealed, sealForReader } from "../reader.js";

it("is read by whoever holds the other half, and by nobody else", async () => {
  const [mine, other] = [await newReader(), await newReader()];
  const sealed = await sealForReader(mine.publicKey, { name: "王大明" });
  expect(await readSealed(mine.privateKey, sealed)).toEqual({ name: "王大明" });
  await expect(readSealed(other.privateKey, sealed)).rejects.toThrow();
  const [header, key, nonce, content, tag] = sealed.split(".");
  const altered = [header, key, nonce, `${content!.slice(0, -1)}${content!.endsWith("A") ? "B" : "A"}`, tag];
  await expect(readSealed(mine.privateKey, altered.join("."))).rejects.toThrow();
  expect(mine.publicKey).not.toHaveProperty("d");
});
