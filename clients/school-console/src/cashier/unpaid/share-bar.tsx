/** A sum and its parts, drawn to the scale of the largest one; each part is told in words beside it. */
export function ShareBar({
  label,
  parts,
  most,
}: {
  label: string;
  parts: readonly { amount: number; className: string }[];
  /** What would fill the whole bar. */
  most: number;
}) {
  let before = 0;
  return (
    <svg className="share" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect className="share-ground" width="100" height="10" />
      {parts.map(({ amount, className }) => {
        const from = before;
        const width = most > 0 ? (amount / most) * 100 : 0;
        before += width;
        return <rect key={className} className={className} x={from} width={width} height="10" />;
      })}
    </svg>
  );
}
