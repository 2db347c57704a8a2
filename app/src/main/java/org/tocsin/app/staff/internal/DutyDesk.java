package org.tocsin.app.staff.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.DutyShift;
import org.tocsin.app.staff.DutyShiftId;
import org.tocsin.app.staff.PostId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/** The duty roster (勤务排班): posts and shifts. An officer is on one shift at a time. */
@Service
public class DutyDesk {
  private static final Duration LONGEST = Duration.ofDays(7);

  /** A shift to keep; {@code version} only where one is changed. */
  public record ShiftInput(
      @Nullable Long version,
      @Nullable AgencyId agencyId,
      @Nullable PostId postId,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable Set<OfficerId> officers,
      @Nullable List<String> callSigns,
      @Nullable String note) {}

  private final DutyStore store;
  private final OfficerStore officers;
  private final CachedAgencies agencies;
  private final StaffChanges changes;

  DutyDesk(DutyStore store, OfficerStore officers, CachedAgencies agencies, StaffChanges changes) {
    this.store = store;
    this.officers = officers;
    this.agencies = agencies;
    this.changes = changes;
  }

  /** The posts of the actor's scope. */
  public List<Post> posts() {
    return store.posts(Acting.require(Permission.STAFF_READ).scope());
  }

  /** Adds a post. */
  @Transactional
  public Post addPost(@Nullable AgencyId agency, @Nullable String zh, @Nullable String en) {
    Actor actor = Acting.require(Permission.DUTY_MANAGE);
    AgencyId at = commanded(actor, Check.given("agencyId", agency));
    String nameZh = Check.text("nameZh", zh, 100);
    Post post =
        new Post(PostId.next(), at, nameZh, en == null ? nameZh : Check.text("nameEn", en, 100));
    store.insertPost(post, changes.now());
    changes.audit(Audit.of("post.created").about("post", post.id()).detail("agency", at));
    return post;
  }

  /** The shifts that touch a span of time (by default the next day), or that run now. */
  public Page<DutyShift> page(
      @Nullable AgencyId within,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String after,
      @Nullable Integer limit) {
    Actor actor = Acting.require(Permission.STAFF_READ);
    int rows = Page.limit(limit);
    Instant start = from == null ? changes.now() : from;
    Instant end = to == null ? start.plus(Duration.ofDays(1)) : to;
    return Page.of(
        store.page(scope(actor, within), start, end, Cursor.id(after), rows + 1),
        rows,
        s -> Cursor.of(s.id()));
  }

  /** Who is on at this moment of the instance's clock. */
  public List<DutyShift> now(@Nullable AgencyId within) {
    Actor actor = Acting.require(Permission.STAFF_READ);
    return store.running(scope(actor, within), changes.now());
  }

  private Scope scope(Actor actor, @Nullable AgencyId within) {
    if (within == null) {
      return actor.scope();
    }
    return Scope.of(agencies.subtree(within).stream().filter(actor.scope()::covers).toList());
  }

  /** Plans a shift. */
  @Transactional
  public DutyShift create(ShiftInput asked) {
    Actor actor = Acting.require(Permission.DUTY_MANAGE);
    AgencyId agency = commanded(actor, Check.given("agencyId", asked.agencyId()));
    DutyShift shift = shift(actor, DutyShiftId.next(), agency, asked, 1);
    store.insert(shift, changes.now(), actor.name());
    audit("shift.planned", shift);
    return shift;
  }

  /** Plans a shift anew: everything but its agency. */
  @Transactional
  public DutyShift change(DutyShiftId id, ShiftInput asked) {
    Actor actor = Acting.require(Permission.DUTY_MANAGE);
    DutyShift before = inScope(actor, id);
    long version = Check.given("version", asked.version());
    DutyShift shift = shift(actor, id, before.agencyId(), asked, version + 1);
    if (!store.update(shift, changes.now(), actor.name())) {
      throw changes.stale("duty_shift", id);
    }
    audit("shift.changed", shift);
    return shift;
  }

  /** Calls a shift off. */
  @Transactional
  public void cancel(DutyShiftId id, long version) {
    Actor actor = Acting.require(Permission.DUTY_MANAGE);
    DutyShift shift = inScope(actor, id);
    if (!store.cancel(id, version, changes.now(), actor.name())) {
      throw changes.stale("duty_shift", id);
    }
    audit("shift.cancelled", shift);
  }

  private DutyShift shift(
      Actor actor, DutyShiftId id, AgencyId agency, ShiftInput asked, long version) {
    Instant starts = Check.given("startsAt", asked.startsAt());
    Instant ends = Check.given("endsAt", asked.endsAt());
    if (!ends.isAfter(starts) || ends.isAfter(starts.plus(LONGEST))) {
      throw Problem.invalid("endsAt", "end-before-start");
    }
    Set<OfficerId> who = asked.officers() == null ? Set.of() : asked.officers();
    List<String> signs = asked.callSigns() == null ? List.of() : asked.callSigns();
    if (who.isEmpty() && signs.isEmpty()) {
      throw Problem.invalid("officers", "required");
    }
    signs.forEach(sign -> Check.text("callSigns", sign, 40));
    PostId post = asked.postId();
    if (post != null && store.posts(actor.scope()).stream().noneMatch(p -> p.id().equals(post))) {
      throw Problem.notFound("post", post);
    }
    DutyShift shift =
        new DutyShift(
            id,
            agency,
            post,
            starts,
            ends,
            who,
            signs,
            Check.optional("note", asked.note(), 500),
            version);
    refuseOverlap(actor, shift);
    return shift;
  }

  /** The locks on the officers' rows make two planners of the same officer take turns. */
  private void refuseOverlap(Actor actor, DutyShift shift) {
    if (shift.officers().isEmpty()) {
      return;
    }
    officers.lock(shift.officers());
    for (OfficerId officer : shift.officers()) {
      OfficerRecord record =
          officers
              .find(officer, actor.scope())
              .orElseThrow(() -> Problem.notFound("officer", officer));
      Optional<DutyShift> other = store.overlapping(shift, List.of(officer));
      if (other.isPresent()) {
        throw Problem.refused(
            ProblemCode.SHIFT_OVERLAP,
            record.displayName(),
            other.get().startsAt(),
            other.get().endsAt());
      }
    }
  }

  private void audit(String action, DutyShift shift) {
    changes.audit(
        Audit.of(action)
            .about("shift", shift.id())
            .detail("agency", shift.agencyId())
            .detail("from", shift.startsAt().toString())
            .detail("to", shift.endsAt().toString())
            .detail(
                "officers", shift.officers().stream().map(OfficerId::toString).sorted().toList()));
  }

  private AgencyId commanded(Actor actor, AgencyId id) {
    return agencies
        .find(id)
        .map(Agency::id)
        .filter(actor.scope()::covers)
        .orElseThrow(() -> Problem.notFound("agency", id));
  }

  private DutyShift inScope(Actor actor, DutyShiftId id) {
    return store.find(id, actor.scope()).orElseThrow(() -> Problem.notFound("shift", id));
  }
}
