import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

// The library would fetch this file from another site.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** The texts of all codes in a picture that bills carry: TWQR and wallet links as QR codes, store slips in Code 39. */
export async function readCodes(picture: Blob | ImageData): Promise<string[]> {
  const found = await readBarcodes(picture, {
    formats: ["QRCode", "Code39"],
    tryHarder: true,
    maxNumberOfSymbols: 8,
  });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
