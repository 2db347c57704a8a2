package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;

/** A row of {@code matter.loop_matter} without its fields. */
record MatterRow(
    MatterId id,
    String kind,
    int kindVersion,
    String number,
    String title,
    String state,
    boolean open,
    AgencyId agency,
    AgencyId raisedAgency,
    @Nullable OfficerId handler,
    Instant raisedAt,
    @Nullable OfficerId raisedById,
    String raisedBy,
    @Nullable Instant closedAt,
    @Nullable Instant dueAt,
    @Nullable String dueClock,
    @Nullable ExerciseId exercise,
    long version,
    long editedVersion,
    String editedBy,
    Instant editedAt,
    Instant updatedAt) {}
