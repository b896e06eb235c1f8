/** Drawn on a grid of 24 with one line width, so that they look like one hand's. */
const shapes = {
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  bill: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  bell: "M6 16V11a6 6 0 0112 0v5l1.5 2h-15zM10 20.5h4",
  seal: "M5 4h14v16H5zM9 8h6M9 12h6M12 8v8M9 16h6",
  person: "M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.500 1.500 7.500 5.500",
  bin: "M4 7h16M9 7V4h6v3M6.500 7l1 13h9l1-13M10 11v5.500M14 11v5.500",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  save: "M12 4v11M7 11l5 5 5-5M4 20h16",
  check: "M5 12.500l5 5 9-11",
  cloud:
    "M4 4l16 16M8 8.500a4.500 4.500 0 00-.5 9H17M10 6.500a5.500 5.500 0 018.500 4 3.600 3.600 0 011.500 5.500",
  close: "M6 6l12 12M18 6L6 18",
  pen: "M4 20l1-4L16 5l3 3L8 19zM13.500 7.500l3 3",
} as const;

export type IconName = keyof typeof shapes;

/** Always beside words, so it is silent. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
