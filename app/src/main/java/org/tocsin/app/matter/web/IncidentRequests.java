package org.tocsin.app.matter.web;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.intake.Place;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.NewIncident;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/** What clients send, before anything is known to be there. */
final class IncidentRequests {
  private IncidentRequests() {}

  record Create(
      @Nullable SignalId signalId,
      @Nullable String typeCode,
      @Nullable Integer priority,
      @Nullable String addressText,
      @Nullable Place place,
      @Nullable String narrative,
      @Nullable Map<String, String> answers,
      @Nullable AgencyId agencyId) {
    NewIncident toIncident() {
      return new NewIncident(
          signalId,
          text(typeCode),
          priority,
          text(addressText),
          place,
          text(narrative),
          answers == null ? Map.of() : answers,
          agencyId);
    }
  }

  record Join(@Nullable SignalId signalId, @Nullable Long version) {
    Edit toEdit() {
      return new Edit.Join(needed("signalId", signalId));
    }
  }

  record Reason(@Nullable Long version, @Nullable String reason) {}

  record Merge(@Nullable Long version, @Nullable MatterId into, @Nullable String reason) {
    Edit toEdit() {
      return new Edit.Merge(needed("version", version), needed("into", into), text(reason));
    }
  }

  record Classify(
      @Nullable Long version,
      @Nullable String typeCode,
      @Nullable Integer priority,
      @Nullable String reason) {
    Edit toEdit() {
      return new Edit.Classify(
          needed("version", version), text(typeCode), needed("priority", priority), reason);
    }
  }

  record Relocate(@Nullable Long version, @Nullable String addressText, @Nullable Place place) {
    Edit toEdit() {
      return new Edit.Relocate(needed("version", version), addressText, place);
    }
  }

  record Note(@Nullable String text) {}

  record Close(@Nullable Long version, @Nullable String dispositionCode, @Nullable String note) {
    Edit toEdit() {
      return new Edit.Close(needed("version", version), text(dispositionCode), note);
    }
  }

  record Handover(@Nullable Long version, @Nullable AgencyId toAgencyId, @Nullable String reason) {
    Edit toEdit() {
      return new Edit.OfferHandover(
          needed("version", version), needed("toAgencyId", toAgencyId), text(reason));
    }
  }

  static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  static <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.invalid(field, "required");
    }
    return value;
  }
}
