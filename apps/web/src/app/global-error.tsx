'use client';

/** In all languages and without styles: whatever broke the frame of the page may have broken those too. */
const WORDS = {
  en: { problem: 'This page could not be loaded.', again: 'Try again' },
  de: { problem: 'Diese Seite konnte nicht geladen werden.', again: 'Nochmal versuchen' },
  es: { problem: 'No se ha podido cargar esta página.', again: 'Volver a intentarlo' },
  sl: { problem: 'Te strani ni bilo mogoče naložiti.', again: 'Poskusi znova' },
};

function isLanguage(word: string): word is keyof typeof WORDS {
  return word in WORDS;
}

/** Stands in for the whole document when its frame fails. */
export default function GlobalError() {
  const [, first = ''] = globalThis.location?.pathname.split('/') ?? [];
  const language = isLanguage(first) ? first : 'en';
  const { problem, again } = WORDS[language];
  return (
    <html lang={language}>
      <body style={{ font: '1.25rem system-ui', padding: '20vh 1rem', textAlign: 'center' }}>
        <h1 style={{ fontSize: '1.5rem' }}>{problem}</h1>
        <button type="button" onClick={() => location.reload()} style={{ font: 'inherit', padding: '0.5rem 1rem' }}>
          {again}
        </button>
      </body>
    </html>
  );
}
