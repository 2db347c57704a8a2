package org.tocsin.app.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.dispatch.UnitStatus;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.Units;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Problem;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/** Units over HTTP. */
@RestController
@RequestMapping("/api/units")
class UnitController {
  private final Units units;

  UnitController(Units units) {
    this.units = units;
  }

  /** A place as sent; checked here so that nonsense is a field error. */
  record Spot(double lat, double lon) {
    Point point(String field) {
      if (!Point.isValid(lat, lon)) {
        throw Problem.invalid(field, "latlon");
      }
      return new Point(lat, lon);
    }
  }

  record UnitRequest(
      @NotBlank String callSign,
      @NotBlank String typeCode,
      @NotNull AgencyId agencyId,
      @Nullable Spot home,
      @Nullable List<UnitView.Crew> crew,
      UnitView.@Nullable Shift shift,
      @Nullable ExerciseId exerciseId,
      @Nullable Long version) {
    Units.Details details() {
      return new Units.Details(
          callSign.strip(),
          typeCode,
          agencyId,
          home == null ? null : home.point("home"),
          crew == null ? List.of() : crew,
          shift);
    }
  }

  record OutOfServiceRequest(@NotBlank String reason, @Nullable Instant until) {}

  record RelocateRequest(double lat, double lon, @Nullable String reason) {}

  record PairRequest(@NotBlank String device) {}

  @GetMapping
  Page<UnitView> list(
      @RequestParam(required = false) @Nullable String agency,
      @RequestParam(required = false) @Nullable UnitStatus status,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return units.list(
        agency == null ? null : Params.id(agency, "agency", AgencyId::of),
        status,
        after,
        Page.limit(limit));
  }

  @GetMapping("/{id}")
  UnitView get(@PathVariable String id) {
    return units.get(unit(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  UnitView create(
      @Valid @RequestBody UnitRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return units.create(request.details(), request.exerciseId(), key);
  }

  @PutMapping("/{id}")
  UnitView edit(@PathVariable String id, @Valid @RequestBody UnitRequest request) {
    Long version = request.version();
    if (version == null) {
      throw Problem.invalid("version", "required");
    }
    return units.edit(unit(id), request.details(), version);
  }

  @PostMapping("/{id}/out-of-service")
  UnitView outOfService(@PathVariable String id, @Valid @RequestBody OutOfServiceRequest request) {
    return units.outOfService(unit(id), request.reason(), request.until());
  }

  @PostMapping("/{id}/in-service")
  UnitView inService(@PathVariable String id) {
    return units.inService(unit(id));
  }

  @PostMapping("/{id}/relocate")
  UnitView relocate(@PathVariable String id, @Valid @RequestBody RelocateRequest request) {
    return units.relocate(
        unit(id), new Spot(request.lat(), request.lon()).point("lat"), request.reason());
  }

  @PostMapping("/{id}/devices")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pair(@PathVariable String id, @Valid @RequestBody PairRequest request) {
    units.pair(unit(id), request.device());
  }

  private static UnitId unit(String id) {
    return Params.id(id, "unit", UnitId::of);
  }
}
