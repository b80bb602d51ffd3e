/**
 * The pages that people work on: {@link org.rashomon.server.pages.PageRoutes} serves the laid-out pages of a dossier, with tools around them, and
 * those that only a server has: to check, search, two articles side by side, corrections, adding, export, about. Templates are in {@code src/main/jte/served}, what they get is
 * in {@link org.rashomon.export.page.Served}. Every form is checked by {@link org.rashomon.server.pages.Visit}. To add a page: a record in {@code
 * Served}, a template, a route.
 */
@NullMarked
package org.rashomon.server.pages;

import org.jspecify.annotations.NullMarked;
