package org.tocsin.app.dispatch.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.dispatch.AlertId;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/**
 * A row of {@code dispatch.timer}: something that must be done by when, and how far up it was told
 * that it is not.
 *
 * @param subject what waits: an assignment, an instruction's addressee, a whistle
 * @param thing the instruction or whistle it is about, for people to look at
 * @param about words for people, such as the call sign
 * @param agency the agency told last; before the first telling, the one to be told
 * @param base the first agency to be told
 * @param watchers further agencies that see the alert
 * @param since when the step is due
 * @param dueAt when somebody is told next; null when told to the top
 * @param level how many were told
 */
record TimerRow(
    AlertId id,
    Kind kind,
    UUID subject,
    @Nullable UUID thing,
    @Nullable AssignmentId assignment,
    @Nullable MatterId matter,
    @Nullable String incidentNumber,
    String about,
    AgencyId agency,
    AgencyId base,
    Set<AgencyId> watchers,
    Instant since,
    @Nullable Instant dueAt,
    Duration escalate,
    int level,
    @Nullable Instant settledAt,
    @Nullable ExerciseId exercise,
    long version) {}
