package org.tocsin.app.registry.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.registry.places.PlaceData;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.InstanceClock;

/** Door plates from the order to the day they are replaced, and what a passer-by may read there. */
@Service
public class PlateService {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{4,40}");

  private final PlateStore store;
  private final RegistryRows rows;
  private final Ledger ledger;
  private final InstanceClock clock;

  PlateService(PlateStore store, RegistryRows rows, Ledger ledger, InstanceClock clock) {
    this.store = store;
    this.rows = rows;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What the code on a plate says to anybody: never more than the address itself.
   *
   * @param addressText empty unless the plate is in use and its address exists
   */
  public record Scan(Plate plate, Optional<String> addressText) {}

  /**
   * Reads a plate's code; needs nobody to be signed in.
   *
   * @throws Problem NOT_FOUND
   */
  public Scan scan(String code) {
    Plate plate =
        Optional.of(code)
            .filter(c -> CODE.matcher(c).matches())
            .flatMap(store::find)
            .orElseThrow(() -> Problem.notFound("plate", code));
    Optional<String> text =
        plate.state() == PlateState.ACTIVATED
            ? rows.findAddress(plate.addressId()).map(PlaceData.AddressPoint::text)
            : Optional.empty();
    return new Scan(plate, text);
  }

  /** Orders a plate for an address. */
  @Transactional
  public Plate order(String code, AddressId address) {
    Acting.require(Permission.REGISTRY_MANAGE);
    if (!CODE.matcher(code).matches()) {
      throw Problem.invalid("code", "format", code);
    }
    if (rows.findAddress(address).isEmpty()) {
      throw Problem.notFound("address", address);
    }
    if (!store.insert(code, address, clock.instant())) {
      throw Problem.refused(ProblemCode.PLATE_TAKEN, code);
    }
    ledger.audit(Audit.of("plate.ordered").about("plate", code).detail("address", address));
    return store.find(code).orElseThrow();
  }

  /**
   * Moves a plate on in its life.
   *
   * @param replacedBy the code of the plate in its place; only for {@link PlateState#REPLACED}
   * @throws Problem PLATE_STATE if it is not at the step before
   */
  @Transactional
  public Plate move(String code, PlateState to, @Nullable String replacedBy) {
    Acting.require(Permission.REGISTRY_MANAGE);
    Plate plate = store.lock(code).orElseThrow(() -> Problem.notFound("plate", code));
    if (!mayMove(plate.state(), to)) {
      throw Problem.refused(ProblemCode.PLATE_STATE, code, plate.state(), to);
    }
    if (replacedBy != null && store.find(replacedBy).isEmpty()) {
      throw Problem.invalid("replacedBy", "unknown", replacedBy);
    }
    store.move(code, to, clock.instant(), replacedBy);
    ledger.audit(
        Audit.of("plate." + to.name().toLowerCase(java.util.Locale.ROOT))
            .about("plate", code)
            .detail("replacedBy", replacedBy));
    return store.find(code).orElseThrow();
  }

  private static boolean mayMove(PlateState from, PlateState to) {
    return switch (to) {
      case ORDERED -> false;
      case MOUNTED -> from == PlateState.ORDERED;
      case ACTIVATED -> from == PlateState.MOUNTED;
      case REPLACED -> from == PlateState.MOUNTED || from == PlateState.ACTIVATED;
    };
  }

  /** How many plates have reached each step. */
  public Map<PlateState, Long> counts() {
    Acting.require(Permission.REGISTRY_READ);
    return store.counts();
  }
}
