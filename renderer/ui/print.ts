import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Longest list that goes to paper whole; a longer one is a report, not a list. */
const mostRows = 5000;

/** 0 on screen; while printing, how many rows a virtual list draws one after another. */
export function useAllRowsForPrint(): number {
  const [rows, setRows] = useState(0);
  useEffect(() => {
    const before = () => flushSync(() => setRows(mostRows));
    const after = () => setRows(0);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return rows;
}
