import { formatAccountNumber, formatMoney } from "@campus-graph/ui/format/money";
import { asAddress } from "./address";
import type { Bill } from "./bill-page";

const width = 900;
const margin = 60;

/** A PNG for the telephone's pictures: the code, and beneath it what it pays, so that two saved ones can be told apart. */
export async function savePicture(svgs: readonly string[], bill: Bill): Promise<void> {
  const images = await Promise.all(svgs.map(load));
  const drawn = images.map((image) => {
    const inner = width - 2 * margin;
    return { image, height: Math.round((inner * image.naturalHeight) / image.naturalWidth) };
  });
  const lines = [bill.title, `${formatMoney(bill.amount)}`, formatAccountNumber(bill.accountNumber)];
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = drawn.reduce((sum, { height }) => sum + height + margin, margin) + lines.length * 52;
  const paper = canvas.getContext("2d")!;
  paper.fillStyle = "#fff";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.imageSmoothingEnabled = false;
  let top = margin;
  for (const { image, height } of drawn) {
    paper.drawImage(image, margin, top, width - 2 * margin, height);
    top += height + margin;
  }
  paper.fillStyle = "#000";
  paper.font = '36px system-ui, "PingFang TC", "Noto Sans TC", sans-serif';
  paper.textAlign = "center";
  for (const [position, line] of lines.entries())
    paper.fillText(line, width / 2, top + position * 52, width - 2 * margin);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) return;
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${bill.accountNumber}.png`;
  link.click();
  URL.revokeObjectURL(address);
}

function load(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = asAddress(svg);
  return image.decode().then(() => image);
}
