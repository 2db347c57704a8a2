package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.dispatch.WhistleView;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.WhistleId;

/** A row of {@code dispatch.whistle}. */
record WhistleRow(
    WhistleId id,
    String number,
    @Nullable MatterId matter,
    AgencyId from,
    String specialty,
    String text,
    WhistleView.Spot place,
    AgencyId addressed,
    WhistleView.State state,
    Instant blownAt,
    String blownBy,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy,
    @Nullable String answerReason,
    @Nullable ExerciseId exercise,
    long version) {}
