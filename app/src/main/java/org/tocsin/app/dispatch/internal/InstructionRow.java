package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.MatterId;

/** A row of {@code dispatch.instruction}. */
record InstructionRow(
    InstructionId id,
    String number,
    InstructionId root,
    @Nullable InstructionId parent,
    AgencyId from,
    String text,
    @Nullable MatterId matter,
    @Nullable String sourceRef,
    Instant dueAt,
    boolean feedbackRequired,
    Instant issuedAt,
    String issuedBy,
    @Nullable ExerciseId exercise,
    long version) {

  /** A row of {@code dispatch.instruction_addressee}. */
  record Addressee(
      UUID id,
      InstructionId instruction,
      AgencyId agency,
      @Nullable Instant receivedAt,
      @Nullable String receivedBy,
      @Nullable Instant completedAt,
      @Nullable String completedBy,
      @Nullable String result,
      @Nullable String despiteOpen) {}
}
