package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.KindProposal;
import org.tocsin.app.matter.KindProposal.State;
import org.tocsin.app.matter.KindProposal.Type;
import org.tocsin.app.matter.KindProposalId;
import org.tocsin.app.matter.KindProposals;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.matters.MatterKind;

/** Changes kinds: proved, tried, approved by a second person, and gone back from the same way. */
@Service
@Transactional
class ProposalDesk implements KindProposals {
  private static final int LONGEST = 200_000;

  private final ProposalStore store;
  private final KindStore kinds;
  private final LoopKinds known;
  private final KindReader reader;
  private final Trials trials;
  private final Told told;
  private final InstanceClock clock;

  /** Where it is told and kept from being done twice. */
  @org.springframework.stereotype.Component
  record Told(Ledger ledger, Once once) {}

  ProposalDesk(
      ProposalStore store,
      KindStore kinds,
      LoopKinds known,
      KindReader reader,
      Trials trials,
      Told told,
      InstanceClock clock) {
    this.store = store;
    this.kinds = kinds;
    this.known = known;
    this.reader = reader;
    this.trials = trials;
    this.told = told;
    this.clock = clock;
  }

  private record Asked(@Nullable Object on, @Nullable String words, @Nullable String more) {}

  /** Kinds are the installation's, and so is who may change them. */
  private static Actor manager() {
    Actor actor = Acting.require(Permission.KIND_MANAGE);
    if (!actor.scope().everything()) {
      throw Problem.refused(ProblemCode.OUT_OF_SCOPE, "/");
    }
    return actor;
  }

  @Override
  public KindProposal propose(String yaml, String why, boolean check, @Nullable String key) {
    Actor actor = manager();
    String text = Limits.text("yaml", yaml, LONGEST);
    String reason = check ? "" : Limits.required("why", why, Limits.REASON);
    return check
        ? tried(actor, text, reason, State.CHECKED)
        : told.once()
            .run(
                "kind.propose",
                key,
                new Asked(null, text, reason),
                KindProposal.class,
                () -> kept(tried(actor, text, reason, State.PROPOSED)));
  }

  private KindProposal tried(Actor actor, String yaml, String why, State state) {
    KindReader.Reading reading =
        reader.read(
            "proposal.yaml",
            yaml,
            kinds.inUse().stream().map(KindStore.InUse::kind).collect(Collectors.toSet()));
    Optional<MatterKind> kind = reading.kind();
    if (kind.isEmpty()) {
      return proposal(actor, Type.CHANGE, "", 0, null, State.REFUSED, why, yaml, reading, null);
    }
    MatterKind k = kind.get();
    Integer base = kinds.inUse(k.code()).map(KindStore.InUse::version).orElse(null);
    List<KindStore.Written> versions = kinds.versions(k.code());
    int next = versions.isEmpty() ? 1 : versions.getFirst().version() + 1;
    if (k.version() != next) {
      throw Problem.refused(ProblemCode.KIND_VERSION, k.code(), next, k.version());
    }
    KindProposal.Trial trial =
        trials.of(k, known.findInUse(k.code()).orElse(null), clock.instant());
    return proposal(
        actor, Type.CHANGE, k.code(), k.version(), base, state, why, yaml, reading, trial);
  }

  private KindProposal proposal(
      Actor actor,
      Type type,
      String kind,
      int version,
      @Nullable Integer base,
      State state,
      String why,
      String yaml,
      KindReader.Reading reading,
      KindProposal.@Nullable Trial trial) {
    return new KindProposal(
        state == State.PROPOSED ? KindProposalId.next() : null,
        kind,
        type,
        version,
        base,
        state,
        why,
        new KindProposal.Person(actor.id(), actor.name()),
        clock.instant(),
        null,
        null,
        null,
        yaml,
        reading.defects(),
        trial);
  }

  private KindProposal kept(KindProposal proposal) {
    KindProposalId id = proposal.id();
    if (id == null) {
      return proposal;
    }
    kinds.lock();
    if (store.waits(proposal.kind())) {
      throw Problem.refused(ProblemCode.KIND_PROPOSAL_OPEN, proposal.kind());
    }
    store.insert(id, proposal);
    audit("kind.proposed", id, proposal, proposal.why());
    return proposal;
  }

  @Override
  public KindProposal rollBack(String kind, int toVersion, String why, @Nullable String key) {
    Actor actor = manager();
    String reason = Limits.required("why", why, Limits.REASON);
    return told.once()
        .run(
            "kind.roll-back",
            key,
            new Asked(kind, String.valueOf(toVersion), reason),
            KindProposal.class,
            () -> kept(back(actor, kind, toVersion, reason)));
  }

  private KindProposal back(Actor actor, String kind, int toVersion, String why) {
    KindStore.InUse used =
        kinds.inUse(kind).orElseThrow(() -> Problem.notFound("matter kind", kind));
    KindStore.Written to =
        kinds
            .find(kind, toVersion)
            .orElseThrow(() -> Problem.invalid("toVersion", "unknown", toVersion));
    if (used.version() == toVersion) {
      throw Problem.invalid("toVersion", "same");
    }
    MatterKind target = known.get(kind, toVersion);
    return proposal(
        actor,
        Type.ROLLBACK,
        kind,
        toVersion,
        used.version(),
        State.PROPOSED,
        why,
        to.yaml(),
        new KindReader.Reading(Optional.of(target), List.of()),
        trials.of(target, known.get(kind, used.version()), clock.instant()));
  }

  @Override
  @Transactional(readOnly = true)
  public Page<KindProposal> list(@Nullable KindProposalId after, int limit) {
    manager();
    return Page.of(store.list(after, limit + 1), limit, p -> String.valueOf(p.id()));
  }

  @Override
  @Transactional(readOnly = true)
  public KindProposal get(KindProposalId id) {
    manager();
    return found(id);
  }

  private KindProposal found(KindProposalId id) {
    return store.find(id).orElseThrow(() -> Problem.notFound("kind proposal", id));
  }

  @Override
  public KindProposal approve(KindProposalId id, @Nullable String note, @Nullable String key) {
    return answer(id, State.APPROVED, note, key);
  }

  @Override
  public KindProposal withdraw(KindProposalId id, @Nullable String note, @Nullable String key) {
    return answer(id, State.WITHDRAWN, note, key);
  }

  private KindProposal answer(
      KindProposalId id, State to, @Nullable String note, @Nullable String key) {
    Actor actor = manager();
    String words = Limits.optional("note", note, Limits.REASON);
    return told.once()
        .run(
            "kind." + to,
            key,
            new Asked(id, words, null),
            KindProposal.class,
            () -> answer(actor, id, to, words));
  }

  private KindProposal answer(Actor actor, KindProposalId id, State to, @Nullable String words) {
    kinds.lock();
    KindProposal asked = found(id);
    Instant now = clock.instant();
    if (to == State.APPROVED && asked.by().officerId().equals(actor.id())) {
      throw Problem.refused(ProblemCode.OWN_WORK);
    }
    if (!store.answer(id, to, actor, now, words)) {
      KindProposal.Person by = asked.approvedBy();
      throw Problem.refused(ProblemCode.KIND_PROPOSAL_OVER, by == null ? "?" : by.name());
    }
    if (to == State.APPROVED) {
      use(asked, actor, now);
    }
    audit(to == State.APPROVED ? "kind.approved" : "kind.withdrawn", id, asked, words);
    return found(id);
  }

  private void use(KindProposal asked, Actor actor, Instant now) {
    if (asked.type() == Type.CHANGE) {
      if (kinds.find(asked.kind(), asked.version()).isPresent()) {
        throw Problem.refused(
            ProblemCode.KIND_VERSION, asked.kind(), asked.version() + 1, asked.version());
      }
      kinds.insert(
          new KindStore.Written(
              asked.kind(), asked.version(), "PROPOSAL", asked.yaml(), now, actor.name()));
    }
    kinds.use(new KindStore.InUse(asked.kind(), asked.version(), true), now, actor.name());
  }

  private void audit(String action, KindProposalId id, KindProposal p, @Nullable String why) {
    told.ledger()
        .audit(
            Audit.of(action)
                .about("kind-proposal", id)
                .why(why)
                .detail("kind", p.kind())
                .detail("version", p.version())
                .detail("type", p.type().name()));
  }
}
