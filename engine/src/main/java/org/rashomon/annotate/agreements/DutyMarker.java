package org.rashomon.annotate.agreements;

import org.rashomon.model.events.Obligation.Deontic;

/**
 * Words that oblige, forbid or allow.
 *
 * @param at first token of the marker
 * @param verb the verb of the deed
 * @param bearerFrom -1 when the marker has no bearer of its own and takes over that of the clause before
 */
record DutyMarker(int at, int verb, Deontic deontic, int bearerFrom, int bearerTo) {}
