import { type Reading, readAny } from "./read-number.js";

const lookEveryMs = 150;

export interface Camera {
  video: HTMLVideoElement;
  stop(): void;
}

/** Opens the camera and tells of all that it reads, until it is stopped. Throws where there is none, or it may not be used. */
export async function openCamera(onReading: (reading: NonNullable<Reading>) => void): Promise<Camera> {
  const [stream, { readCodes }] = await Promise.all([
    navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
    }),
    import("./read-codes.js"),
  ]);
  const video = Object.assign(document.createElement("video"), {
    muted: true,
    playsInline: true,
    srcObject: stream,
  });
  let stopped = false;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const look = async () => {
    if (stopped) return;
    const { videoWidth: width, videoHeight: height } = video;
    if (width > 0) {
      Object.assign(canvas, { width, height });
      context.drawImage(video, 0, 0);
      const reading = readAny(await readCodes(context.getImageData(0, 0, width, height)));
      if (reading && !stopped) onReading(reading);
    }
    setTimeout(look, lookEveryMs);
  };
  await video.play();
  void look();
  return {
    video,
    stop() {
      stopped = true;
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
