package org.tocsin.matters.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.By;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.Transition;

/**
 * Who may do something on a matter: a list of small rules, each of which lets pass or refuses with
 * its reason. The rated and complained of come first, so that no later rule can let them in.
 */
final class Guard {
  /** Where the matter stands: what the rules ask about it. */
  record Ground(
      MatterKind kind,
      Values fields,
      List<Deed> deeds,
      AgencyId raisedIn,
      AgencyId handling,
      @Nullable OfficerId handler) {
    static Ground of(MatterKind kind, MatterState state) {
      return new Ground(
          kind, state.fields(), state.deeds(), state.raisedIn(), state.handling(), state.handler());
    }
  }

  private final Ground ground;
  private final Who who;
  private final Tree tree;

  Guard(Ground ground, Who who, Tree tree) {
    this.ground = ground;
    this.who = who;
    this.tree = tree;
  }

  /** Why this person may not, or empty. */
  Optional<Decision.Rejected> refuse(By by, boolean subjectsMay, String what) {
    return Stream.<java.util.function.Supplier<Optional<Decision.Rejected>>>of(
            () -> kindOfActor(by, what),
            () -> subjectsMay ? Optional.empty() : subject(),
            () -> role(by),
            () -> post(by),
            () -> agency(by),
            () -> handler(by),
            () -> samePerson(by))
        .map(java.util.function.Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Decision.Rejected> kindOfActor(By by, String what) {
    if (who.isSystem()) {
      return by.system() ? Optional.empty() : no(Refusal.PERSON_ONLY, "transition", what);
    }
    return by.person() ? Optional.empty() : no(Refusal.SYSTEM_ONLY, "transition", what);
  }

  /** Whoever is rated or complained of, and whoever belongs to an agency that is, stays out. */
  Optional<Decision.Rejected> subject() {
    if (who.isSystem()) {
      return Optional.empty();
    }
    return ground.kind().subjectFields().stream()
        .filter(f -> ground.fields().get(f.code()).map(v -> isMe(f, v)).orElse(false))
        .findFirst()
        .flatMap(f -> no(Refusal.SUBJECT, "field", f.code()));
  }

  private boolean isMe(Field field, Value value) {
    if (!(value instanceof Value.Reference ref) || ref.id().isEmpty()) {
      return false;
    }
    UUID id = UUID.fromString(ref.id().get());
    return switch (field.type()) {
      case OFFICER -> who.officer() != null && id.equals(who.officer().value());
      case AGENCY -> who.agency() != null && tree.isWithin(who.agency(), new AgencyId(id));
      default -> false;
    };
  }

  private Optional<Decision.Rejected> role(By by) {
    boolean ok =
        who.isSystem()
            || by.roles().isEmpty()
            || by.roles().stream().anyMatch(who.roles()::contains);
    return ok ? Optional.empty() : no(Refusal.ROLE, "roles", String.join(",", by.roles()));
  }

  private Optional<Decision.Rejected> post(By by) {
    boolean ok =
        who.isSystem()
            || by.posts().isEmpty()
            || by.posts().stream().anyMatch(who.posts()::contains);
    return ok ? Optional.empty() : no(Refusal.POST, "posts", String.join(",", by.posts()));
  }

  private Optional<Decision.Rejected> agency(By by) {
    AgencyId mine = who.agency();
    if (who.isSystem() || (mine != null && by.at().stream().anyMatch(at -> stands(at, mine)))) {
      return Optional.empty();
    }
    return no(
        Refusal.AGENCY, "at", String.join(",", by.at().stream().map(Enum::name).sorted().toList()));
  }

  private boolean stands(By.At at, AgencyId mine) {
    return switch (at) {
      case ANY -> true;
      case HANDLING -> tree.isWithin(mine, ground.handling());
      case RAISING -> tree.isWithin(mine, ground.raisedIn());
      case ABOVE -> tree.isWithin(ground.handling(), mine) && !ground.handling().equals(mine);
    };
  }

  private Optional<Decision.Rejected> handler(By by) {
    boolean ok =
        who.isSystem() || !by.handlerOnly() || Objects.equals(ground.handler(), who.officer());
    return ok ? Optional.empty() : no(Refusal.NOT_HANDLER, "", "");
  }

  private Optional<Decision.Rejected> samePerson(By by) {
    OfficerId me = who.officer();
    if (me == null) {
      return Optional.empty();
    }
    return by.not().stream()
        .filter(token -> did(me, token))
        .findFirst()
        .flatMap(token -> no(Refusal.SAME_PERSON, "deed", token));
  }

  private boolean did(OfficerId me, String token) {
    return switch (token) {
      case By.HANDLER -> me.equals(ground.handler());
      case By.RAISER -> mine(me, d -> d.transition().equals(Deed.RAISE));
      case By.WORKERS -> mine(me, d -> isWork(ground.kind(), d));
      case By.CONFIRMERS -> mine(me, d -> is(d, Transition::confirms));
      default -> mine(me, d -> d.transition().equals(token));
    };
  }

  private boolean mine(OfficerId me, Predicate<Deed> which) {
    return ground.deeds().stream().filter(d -> me.equals(d.officer())).anyMatch(which);
  }

  private boolean is(Deed deed, Predicate<Transition> what) {
    return ground.kind().transition(deed.transition()).map(what::test).orElse(false);
  }

  /** A deed of an older version that this one no longer names counts as work: it may have been. */
  static boolean isWork(MatterKind kind, Deed deed) {
    return !deed.transition().equals(Deed.RAISE)
        && kind.transition(deed.transition()).map(Transition::work).orElse(true);
  }

  private static Optional<Decision.Rejected> no(Refusal refusal, String name, String value) {
    return Optional.of(
        Decision.Rejected.of(refusal, name.isEmpty() ? Map.of() : Map.of(name, value)));
  }
}
