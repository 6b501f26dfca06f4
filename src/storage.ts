/** Stands in for localStorage while a page is open, where the browser refuses it. */
const memory = new Map<string, string>();

/** What was kept under a key, or null. What storage refused to take is newer than what it holds. */
export function recall(key: string): string | null {
  try {
    return memory.get(key) ?? localStorage.getItem(key);
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

/** Forget what was kept under a key. False when storage is refused; then nothing was kept but in memory. */
export function forget(key: string): boolean {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
