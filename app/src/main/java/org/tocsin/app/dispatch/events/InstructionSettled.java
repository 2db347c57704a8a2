package org.tocsin.app.dispatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.MatterId;

/** An addressee completed an instruction. */
public record InstructionSettled(
    InstructionId instructionId,
    AgencyId agencyId,
    @Nullable MatterId matterId,
    @Nullable ExerciseId exerciseId,
    Instant issuedAt,
    Instant dueAt,
    Instant occurredAt,
    Instant enteredAt) {}
