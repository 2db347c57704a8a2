package org.tocsin.app.matter.web;

import static org.tocsin.app.matter.web.IncidentRequests.needed;
import static org.tocsin.app.matter.web.IncidentRequests.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.Matters;
import org.tocsin.app.matter.ProofId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;

/** What clients send about matters, before anything is known to be there. */
final class MatterRequests {
  private static final int MOST_LINKS = 50;

  private MatterRequests() {}

  record Place(@Nullable Double lat, @Nullable Double lon) {
    MatterView.Spot spot() {
      return new MatterView.Spot(needed("place.lat", lat), needed("place.lon", lon));
    }
  }

  record Link(
      @Nullable String name, @Nullable MatterId toMatterId, @Nullable MatterId toIncidentId) {
    Matters.NewLink toLink() {
      return new Matters.NewLink(
          text(name), needed("toMatterId", toMatterId == null ? toIncidentId : toMatterId));
    }
  }

  record Raise(
      @Nullable String kind,
      @Nullable AgencyId agencyId,
      @Nullable Map<String, @Nullable Object> fields,
      @Nullable List<Link> links,
      @Nullable List<ProofId> proofIds,
      @Nullable Place place) {
    Matters.NewMatter toMatter() {
      List<Link> wanted = links == null ? List.of() : links;
      if (wanted.size() > MOST_LINKS) {
        throw Problem.tooLarge("links", MOST_LINKS);
      }
      return new Matters.NewMatter(
          text(kind),
          agencyId,
          values(fields),
          wanted.stream().map(Link::toLink).toList(),
          proofIds == null ? List.of() : proofIds,
          place == null ? null : place.spot());
    }
  }

  record Act(
      @Nullable Long version,
      @Nullable String transition,
      @Nullable Map<String, @Nullable Object> fields,
      @Nullable List<ProofId> proofIds,
      @Nullable String reason,
      @Nullable Instant claimedAt,
      @Nullable Place place,
      @Nullable AgencyId toAgencyId) {
    Matters.NewAct toAct() {
      return new Matters.NewAct(
          needed("version", version),
          text(transition),
          values(fields),
          proofIds == null ? List.of() : proofIds,
          reason,
          claimedAt,
          place == null ? null : place.spot(),
          toAgencyId);
    }
  }

  record Clock(
      @Nullable Long version,
      @Nullable String reason,
      @Nullable Instant until,
      @Nullable Integer amount) {
    Matters.ClockChange toChange() {
      return new Matters.ClockChange(needed("version", version), text(reason), until, amount);
    }
  }

  record Reveal(@Nullable String field, @Nullable String ground) {}

  record Assign(
      @Nullable Long version, @Nullable OfficerId officerId, @Nullable AgencyId agencyId) {}

  record Item(@Nullable MatterId id, @Nullable Long version) {
    Matters.Versioned toItem() {
      return new Matters.Versioned(needed("items.id", id), needed("items.version", version));
    }
  }

  record AssignMany(@Nullable List<Item> items, @Nullable OfficerId officerId) {}

  private static Map<String, @Nullable Object> values(
      @Nullable Map<String, @Nullable Object> fields) {
    return fields == null ? Map.of() : new LinkedHashMap<>(fields);
  }
}
