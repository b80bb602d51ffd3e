/**
 * Charts that a server draws: {@link org.rashomon.server.charts.Timeline} and {@link org.rashomon.server.charts.Family} of a story, and
 * {@link org.rashomon.server.charts.Atlas} of a story or the case. Each is data for a template, with a table that holds all that the drawing does: a
 * chart says nothing that its table does not. {@link org.rashomon.server.charts.Outlines} has the land, of Natural Earth; {@code outlines.py} made
 * the file. Knows {@code view} and the words of the pages.
 */
@NullMarked
package org.rashomon.server.charts;

import org.jspecify.annotations.NullMarked;
