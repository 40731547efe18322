'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { TextField } from './field.tsx';

interface SearchFieldProps {
  label: string;
  hint?: string;
  /** What is searched for now. */
  value: string;
  onSearch(value: string): void;
}

/** Long enough to finish a word, short enough not to wait for it. */
const PAUSE_MS = 300;

/** Searches while one types. */
export function SearchField({ label, hint, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const search = useRef(onSearch);
  search.current = onSearch;
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === value) return;
    const pause = setTimeout(() => search.current(wanted), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, value]);
  return (
    <TextField
      type="search"
      label={label}
      hint={hint}
      prefix={<Search aria-hidden="true" size={18} />}
      value={typed}
      maxLength={200}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
