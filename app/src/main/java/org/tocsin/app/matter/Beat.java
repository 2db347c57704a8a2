package org.tocsin.app.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;

/**
 * One precinct in a plan of beats: what happened there, and how many rounds of patrol it gets in a
 * shift. Numbers of areas only.
 *
 * @param precinctCode null where the incidents lie in no known precinct
 * @param bands crime and public order in the four times of the day, see {@link AreaCount#band}
 * @param count their sum
 * @param rounds how many of the duty level's rounds go there
 */
public record Beat(
    AgencyId agencyId,
    @Nullable String precinctCode,
    @Nullable String precinctName,
    List<Long> bands,
    long count,
    int rounds) {
  public Beat {
    bands = List.copyOf(bands);
  }
}
