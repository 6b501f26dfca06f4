/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** How many cards of words the page holds so far; each needs an id of its own. */
    termCards?: number;
  }
}
