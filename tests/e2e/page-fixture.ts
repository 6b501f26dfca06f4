import { test as base, expect, type Locator, type Page } from 'playwright/test';

/**
 * A page that fails its test on anything a visitor's console should not show: exceptions, violations of the content
 * security policy, requests to another host.
 */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== baseURL)
          complaints.push(`third-party request: ${request.url()}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A demo of the page by its id. */
export function demoOf(page: Page, id: string): Locator {
  return page.locator(`section[data-demo="${id}"]`);
}

/** Press Play and wait until the stems have loaded and the meters move. */
export async function play(demo: Locator): Promise<void> {
  await demo.getByRole('button', { name: 'Play' }).click();
  await expect(demo.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(demo.getByText(/−\d+\.\d LUFS/).first()).toBeVisible({ timeout: 60_000 });
  await expect(demo.locator('.demo-readouts dd').first()).toHaveText(/−\d+\.\d LUFS/, { timeout: 60_000 });
}
