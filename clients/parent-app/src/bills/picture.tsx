import { Button } from "@campus-graph/ui/components/button";
import { Icon } from "@campus-graph/ui/components/icon";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { uiWords } from "@campus-graph/ui/words/ui-words";
import { useEffect, useRef, useState } from "react";
import { channelWords } from "../words/channels";
import { asAddress } from "./address";
import type { Bill } from "./bill-page";
import { savePicture } from "./save-picture";

interface Drawn {
  svgs: readonly string[];
  label: string;
  /** What each picture says, for whoever hears the page. */
  texts?: readonly string[];
  /** Barcodes for a store's till: long, so they are turned sideways on a telephone held upright. */
  isForTill?: boolean;
}

/** QR code or barcodes on white, whatever the screen's colours; large and bright for a scanner; to be saved. */
export function Picture({ bill, ...drawn }: Drawn & { bill: Bill }) {
  const ways = useCatalogue(channelWords);
  const [isLarge, setLarge] = useState(false);
  const { svgs, label, texts, isForTill = false } = drawn;
  return (
    <figure className={isForTill ? "picture till" : "picture"}>
      <Images svgs={svgs} label={label} texts={texts} />
      <div className="picture-acts">
        <Button kind={isForTill ? "main" : "quiet"} onClick={() => setLarge(true)}>
          {isForTill ? ways.showTill : ways.enlarge}
        </Button>
        <Button kind="quiet" onClick={() => void savePicture(svgs, bill)}>
          <Icon name="save" />
          {isForTill ? ways.saveBarcodes : ways.saveQr}
        </Button>
      </div>
      {isLarge && <Large {...drawn} onClose={() => setLarge(false)} />}
    </figure>
  );
}

function Images({ svgs, label, texts }: Drawn) {
  return svgs.map((svg, position) => <img key={svg} src={asAddress(svg)} alt={texts?.[position] ?? label} />);
}

/** Nothing but the code, as large as the screen is, and the screen stays on. */
function Large({ onClose, ...drawn }: Drawn & { onClose(): void }) {
  const ui = useCatalogue(uiWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    let lock: WakeLockSentinel | undefined;
    navigator.wakeLock?.request("screen").then(
      (sentinel) => {
        lock = sentinel;
      },
      () => undefined,
    );
    return () => void lock?.release();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={drawn.isForTill ? "large till" : "large"}
      aria-label={drawn.label}
      onClose={onClose}
    >
      <div className="large-inner">
        <div className="large-images">
          <Images {...drawn} />
        </div>
        <Button kind="quiet" onClick={() => dialog.current?.close()}>
          {ui.close}
        </Button>
      </div>
    </dialog>
  );
}
