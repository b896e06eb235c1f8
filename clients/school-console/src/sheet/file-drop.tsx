import { useCatalogue } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { importWords } from "../words/import";

/** A file by dropping or by choosing; nothing leaves the browser before its owner asks for it. */
export function FileDrop({ hasSheet, onFile }: { hasSheet: boolean; onFile(file: File): void }) {
  const words = useCatalogue(importWords);
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button that does the same.
    <div
      className={isOver ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <label className="button quiet">
        <input
          type="file"
          className="visually-hidden"
          accept=".csv,.txt,.xlsx,.xls"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
            // The same file again, once it was saved anew.
            event.target.value = "";
          }}
        />
        {hasSheet ? words.chooseAnother : words.choose}
      </label>
      <p className="hint">{words.dropHint}</p>
    </div>
  );
}
