export interface Arrangement {
  columns: number;
  /** Of one picture with its heading, in px. */
  cell: { width: number; height: number };
  /** True where not all fit into the height. */
  scrolls: boolean;
}

export const GAP = 12;
const LEAST = { width: 230, height: 104 };
const SCROLLBAR = 12;

/** Lays out small pictures: as many columns as asked for, or as can be read; never so low that lines cannot be followed. */
export function arrange(count: number, asked: number, width: number, height: number): Arrangement {
  const fitting = Math.max(1, Math.floor((width + GAP) / (LEAST.width + GAP)));
  const most = Math.min(Math.max(1, count), asked > 0 ? Math.min(asked, widestGrid(width)) : fitting);
  const rows = Math.ceil(count / most);
  // The same rows, evenly filled: six in four columns are better as three and three.
  const columns = asked > 0 ? most : Math.ceil(count / Math.max(1, rows));
  const even = Math.floor((height - GAP * (rows - 1)) / Math.max(1, rows));
  const scrolls = even < LEAST.height;
  const usable = scrolls ? width - SCROLLBAR : width;
  return {
    columns,
    cell: {
      width: Math.floor((usable - GAP * (columns - 1)) / columns),
      height: scrolls ? peeking(height) : Math.max(LEAST.height, even),
    },
    scrolls,
  };
}

/** Of a row that is cut so much is seen: enough to tell that there is more. */
const PEEK = 0.4;

/** Height of a row where not all fit: the last one in sight is cut, so that nobody takes what is seen for all. */
function peeking(height: number): number {
  const whole = Math.max(1, Math.floor((height - LEAST.height * PEEK) / (LEAST.height + GAP)));
  return Math.max(LEAST.height, Math.floor((height - GAP * whole) / (whole + PEEK)));
}

const NARROWEST = 120;

function widestGrid(width: number): number {
  return Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
}
