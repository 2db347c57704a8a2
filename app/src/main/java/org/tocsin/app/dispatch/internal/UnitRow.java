package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/**
 * A row of {@code dispatch.unit}.
 *
 * @param revision grows with every change of the unit or its assignments
 * @param editedRevision the revision of the last edit by hand
 */
record UnitRow(
    UnitId id,
    String callSign,
    String typeCode,
    AgencyId agency,
    @Nullable Point home,
    List<UnitView.Crew> crew,
    UnitView.@Nullable Shift shift,
    UnitView.@Nullable OutOfService out,
    @Nullable ExerciseId exercise,
    long revision,
    long editedRevision,
    @Nullable String editedBy,
    @Nullable Instant editedAt) {
  UnitRow {
    crew = List.copyOf(crew);
  }
}
