package org.rashomon.annotate.incidents;

import org.rashomon.model.events.IncidentMention;

/**
 * A mention with what later ones need to point back to it.
 *
 * @param block index of its block
 * @param counted whether its words count several happenings
 */
record FoundIncident(IncidentMention mention, int block, boolean counted) {}
