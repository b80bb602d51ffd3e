package org.rashomon.compare.incidents;

import java.util.List;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.IncidentMention;

/**
 * A deed that a claim denies or looks forward to.
 *
 * @param before the incidents that its article tells; a list that grows while the article is read
 */
record DeniedDeed(Claim claim, IncidentMention mention, IncidentProfile profile, List<IncidentProfile> before) {}
