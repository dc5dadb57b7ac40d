/** The reader's choice of theme: dark, light, or what the system says. */
export type ThemeChoice = 'dark' | 'light' | 'system';
export type Theme = 'dark' | 'light';

const key = 'reunion.theme';

/** What a choice means on this system. The console is dark unless asked otherwise. */
export function resolveTheme(choice: ThemeChoice, systemPrefersLight: boolean): Theme {
  if (choice === 'system') return systemPrefersLight ? 'light' : 'dark';
  return choice;
}

export function themeChoice(): ThemeChoice {
  const stored = readStored();
  return stored === 'light' || stored === 'system' ? stored : 'dark';
}

/** Keeps a choice and applies it to the page; returns the theme that is now shown. */
export function chooseTheme(choice: ThemeChoice): Theme {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // A browser that forbids storage still changes the page.
  }
  return applyTheme(choice);
}

export function applyTheme(choice: ThemeChoice = themeChoice()): Theme {
  const theme = resolveTheme(choice, matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = theme;
  return theme;
}

function readStored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
