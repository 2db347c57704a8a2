package org.tocsin.app.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.registry.internal.Plate;
import org.tocsin.app.registry.internal.PlateService;
import org.tocsin.app.registry.internal.PlateState;
import org.tocsin.kernel.AddressId;

@RestController
@RequestMapping("/api/plates")
class PlateController {
  private static final Text NOT_YET = new Text("此门牌尚未启用。", "This plate is not in use yet.");
  private static final Text RETIRED =
      new Text("此门牌已停用，请以新门牌为准。", "This plate is retired; see the plate in its place.");

  private final PlateService plates;
  private final RateLimit limit;

  PlateController(
      PlateService plates, @Value("${tocsin.plates.scans-per-minute:60}") int scansPerMinute) {
    this.plates = plates;
    this.limit = new RateLimit(scansPerMinute);
  }

  /**
   * What anybody may read at a door.
   *
   * @param state IN_USE, NOT_YET or RETIRED
   * @param services where the services for this address are
   */
  record ScanView(
      String code,
      String state,
      @Nullable String addressText,
      @Nullable Text notice,
      @Nullable String replacedBy,
      String services) {}

  record Order(String code, AddressId addressId) {}

  record Replacement(@Nullable String replacedBy) {}

  @GetMapping("/{code}")
  ScanView scan(@PathVariable String code, HttpServletRequest request) {
    if (!limit.allows(request.getRemoteAddr())) {
      throw Problem.refused(ProblemCode.TOO_MANY_REQUESTS);
    }
    PlateService.Scan scan = plates.scan(code);
    Plate plate = scan.plate();
    return switch (plate.state()) {
      case ORDERED, MOUNTED -> view(plate, "NOT_YET", null, NOT_YET);
      case ACTIVATED -> view(plate, "IN_USE", scan.addressText().orElse(null), null);
      case REPLACED -> view(plate, "RETIRED", null, RETIRED);
    };
  }

  private static ScanView view(
      Plate plate, String state, @Nullable String text, @Nullable Text notice) {
    return new ScanView(
        plate.code(), state, text, notice, plate.replacedBy(), "/services?plate=" + plate.code());
  }

  @GetMapping
  Map<PlateState, Long> counts() {
    return plates.counts();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Plate order(@RequestBody Order order) {
    return plates.order(order.code(), order.addressId());
  }

  @PostMapping("/{code}/mount")
  Plate mount(@PathVariable String code) {
    return plates.move(code, PlateState.MOUNTED, null);
  }

  @PostMapping("/{code}/activate")
  Plate activate(@PathVariable String code) {
    return plates.move(code, PlateState.ACTIVATED, null);
  }

  @PostMapping("/{code}/replace")
  Plate replace(@PathVariable String code, @RequestBody Replacement replacement) {
    return plates.move(code, PlateState.REPLACED, replacement.replacedBy());
  }
}
