import type { Page } from 'playwright-core';

export interface ArticleText {
  readonly title: string;
  readonly body: string;
}

/** Fills the form of the page for a new article, which is open, and sends it. */
export async function publish(page: Page, { title, body }: ArticleText): Promise<void> {
  await page.getByTestId('article-title').fill(title);
  await page.getByTestId('article-body').fill(body);
  await page.getByTestId('article-publish').click();
}

/** What stands in the fields. */
export async function articleInForm(page: Page): Promise<ArticleText> {
  return {
    title: await page.getByTestId('article-title').inputValue(),
    body: await page.getByTestId('article-body').inputValue(),
  };
}
