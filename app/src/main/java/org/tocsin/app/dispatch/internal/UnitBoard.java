package org.tocsin.app.dispatch.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.UnitId;

/**
 * All units with their active assignments in memory, for reading: lists, recommendation, positions.
 * Decisions are never taken on it alone, they lock the rows. This node's changes are put in as they
 * commit; those of other nodes are found by their revision within two seconds.
 */
@Component
class UnitBoard implements SmartInitializingSingleton {
  private final UnitStore units;
  private final AssignmentStore assignments;
  private final Map<UnitId, BoardUnit> board = new ConcurrentHashMap<>();
  private final Map<String, Set<UnitId>> byCallSign = new ConcurrentHashMap<>();
  private final Map<String, UnitId> devices = new ConcurrentHashMap<>();

  UnitBoard(UnitStore units, AssignmentStore assignments) {
    this.units = units;
    this.assignments = assignments;
  }

  @Override
  public void afterSingletonsInstantiated() {
    devices.putAll(units.devices());
    // Units first: a picture may show newer assignments than its revision says and is then put
    // right by the next one, but never older ones.
    List<UnitRow> rows = units.all();
    putAll(rows, assignments.allActive());
  }

  /** Looks for what other nodes changed. */
  @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
  void refresh() {
    devices.putAll(units.devices());
    List<UnitId> newer =
        units.revisions().entrySet().stream()
            .filter(e -> revision(e.getKey()) < e.getValue())
            .map(Map.Entry::getKey)
            .toList();
    if (!newer.isEmpty()) {
      List<UnitRow> rows = units.find(newer);
      putAll(rows, assignments.active(newer));
    }
  }

  private void putAll(List<UnitRow> rows, List<AssignmentRow> active) {
    Map<UnitId, List<AssignmentRow>> byUnit =
        active.stream().collect(Collectors.groupingBy(AssignmentRow::unit));
    rows.forEach(u -> put(BoardUnit.of(u, byUnit.getOrDefault(u.id(), List.of()))));
  }

  private long revision(UnitId id) {
    BoardUnit unit = board.get(id);
    return unit == null ? -1 : unit.unit().revision();
  }

  /** Puts a picture in unless a newer one is there. */
  void put(BoardUnit picture) {
    UnitRow unit = picture.unit();
    board.merge(
        unit.id(),
        picture,
        (old, now) -> now.unit().revision() >= old.unit().revision() ? now : old);
    byCallSign.computeIfAbsent(unit.callSign(), c -> ConcurrentHashMap.newKeySet()).add(unit.id());
  }

  Optional<BoardUnit> find(UnitId id) {
    return Optional.ofNullable(board.get(id));
  }

  Collection<BoardUnit> all() {
    return board.values();
  }

  /** The units that answer to a call sign; several agencies may use the same. */
  private List<BoardUnit> byCallSign(String callSign) {
    return byCallSign.getOrDefault(callSign, Set.of()).stream()
        .map(board::get)
        .filter(u -> u != null && u.unit().callSign().equals(callSign))
        .toList();
  }

  void pair(String device, UnitId unit) {
    devices.put(device, unit);
  }

  /**
   * The unit a device reports for: the one it was paired with, else the one that its token names by
   * id or by a call sign that only one unit in its scope has.
   */
  Optional<BoardUnit> ofDevice(Actor device) {
    UnitId paired = devices.get(device.id());
    if (paired != null) {
      return find(paired);
    }
    try {
      return find(UnitId.of(device.id())).filter(u -> device.scope().covers(u.unit().agency()));
    } catch (IllegalArgumentException e) {
      return called(device.id(), device.scope());
    }
  }

  /** The one unit in scope that answers to a call sign. */
  Optional<BoardUnit> called(String callSign, Scope scope) {
    List<BoardUnit> called =
        byCallSign(callSign).stream().filter(u -> scope.covers(u.unit().agency())).toList();
    return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
  }
}
