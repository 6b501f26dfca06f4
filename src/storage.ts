/** Stands in for localStorage while a page is open, where the browser refuses it. */
const memory = new Map<string, string>();

/** What was kept under a key, or null. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/**
 * Keep a text under a key. True when it outlasts the page; false when storage is refused or full and the text is
 * kept in memory only: tell the person what that means.
 */
export function remember(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    memory.delete(key);
    return true;
  } catch {
    memory.set(key, text);
    return false;
  }
}
