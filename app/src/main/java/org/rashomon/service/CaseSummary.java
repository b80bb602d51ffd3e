package org.rashomon.service;

import org.rashomon.casefile.Added;

/**
 * What reading into a case did.
 *
 * @param added what was new
 * @param whole the dossier of the whole case, where what was read, rejected or passed over is of this run
 * @param all how many articles the case holds
 * @param orphans corrections whose words are not there any more
 */
public record CaseSummary(Added added, Summary whole, int all, int orphans) {}
